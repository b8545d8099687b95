import 'reflect-metadata';
import assert from 'node:assert';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { signMachnetWebhook, verifyMachnetWebhook } from '@amend/machnet/webhook';
import { serve } from '@hono/node-server';
import { Controller, Module, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import parsed from 'koa-bodyparser';

// A webhook in other people's servers: as README says, and with their parser of JSON before the route, by mistake.

const secret = 'SECRET';
const body = JSON.stringify({ id: '1', event_name: 'user_kyc_verified', user_id: 'u' }, undefined, 1);

const verify = async (input) => {
  const result = await verifyMachnetWebhook(input, { secret });
  return result.ok ? result.event.name : result.reason;
};

const ask = async (port) => {
  const headers = { 'content-type': 'application/json', ...(await signMachnetWebhook({ body, secret })) };
  return (await fetch(`http://127.0.0.1:${port}/hook`, { method: 'POST', headers, body })).text();
};

const askServer = async (server) => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const said = await ask(server.address().port);
  server.closeAllConnections();
  server.close();
  return said;
};

const says = async (name, said, wanted = 'user_kyc_verified') => assert.equal(await said, wanted, name);

for (const version of ['express-4', 'express-5']) {
  const { default: express } = await import(version);
  const inExpress = (before, parser, inputOf) => {
    const app = express().use(before);
    app.post('/hook', parser, async (req, res) => res.send(await verify(inputOf(req))));
    return askServer(createServer(app));
  };
  const none = (_req, _res, next) => next();
  const raw = express.raw({ type: 'application/json' });
  const keep = (req, _res, bytes) => {
    req.rawBody = bytes;
  };
  await says(
    version,
    inExpress(none, raw, ({ headers, body }) => ({ headers, body })),
  );
  await says(
    version,
    inExpress(none, none, (req) => ({ headers: req.headers, body: req })),
  );
  await says(
    version,
    inExpress(express.json({ verify: keep }), none, ({ headers, rawBody }) => ({ headers, body: rawBody })),
  );
  for (const inputOf of [(req) => req, (req) => ({ headers: req.headers, body: req })])
    await says(version, inExpress(express.json(), raw, inputOf), 'body-not-raw');
  await says(
    version,
    inExpress(none, none, ({ headers, body }) => ({ headers, body })),
    'body-not-raw',
  );
}

const inFastify = async (isRaw) => {
  const app = fastify();
  app.register(async (plugin) => {
    if (isRaw) plugin.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_, body) => body);
    plugin.post('/hook', ({ headers, body }) => verify({ headers, body }));
  });
  await app.listen();
  const said = await ask(app.server.address().port);
  await app.close();
  return said;
};
await says('fastify', inFastify(true));
await says('fastify', inFastify(false), 'body-not-raw');

const inKoa = (before, inputOf) => {
  const app = new Koa();
  for (const each of before) app.use(each);
  app.use(async (ctx) => {
    ctx.body = await verify(inputOf(ctx));
  });
  return askServer(createServer(app.callback()));
};
const ofKoa = ({ headers, req }) => ({ headers, body: req });
await says('koa', inKoa([], ofKoa));
await says(
  'koa',
  inKoa([parsed()], ({ headers, request }) => ({ headers, body: request.rawBody })),
);
await says('koa', inKoa([parsed()], ofKoa), 'body-not-raw');

const inHono = async (before, inputOf) => {
  const app = new Hono().use(before);
  app.post('/hook', async (c) => c.text(await verify(await inputOf(c))));
  const server = serve({ fetch: app.fetch, port: 0 });
  await once(server, 'listening');
  const said = await ask(server.address().port);
  server.closeAllConnections();
  server.close();
  return said;
};
const read = async (c, next) => {
  await c.req.json();
  await next();
};
await says(
  'hono',
  inHono(
    (_, next) => next(),
    (c) => c.req.raw,
  ),
);
await says(
  'hono',
  inHono(read, async (c) => ({ headers: c.req.header(), body: await c.req.text() })),
);
await says(
  'hono',
  inHono(read, (c) => c.req.raw),
  'body-not-raw',
);

class Hooks {
  take({ headers, body, rawBody }) {
    return verify({ headers, body: rawBody ?? body });
  }
}
Post('hook')(Hooks.prototype, 'take', Object.getOwnPropertyDescriptor(Hooks.prototype, 'take'));
Req()(Hooks.prototype, 'take', 0);
Controller()(Hooks);
class AppModule {}
Module({ controllers: [Hooks] })(AppModule);
const inNest = async (rawBody) => {
  const app = await NestFactory.create(AppModule, { rawBody, logger: false });
  await app.listen(0);
  const said = await ask(app.getHttpServer().address().port);
  await app.close();
  return said;
};
await says('nest', inNest(true));
await says('nest', inNest(false), 'body-not-raw');
