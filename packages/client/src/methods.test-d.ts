import { expectTypeOf, test } from 'vitest';
import type { Input, Methods, Output } from './methods.ts';
import type { CallOptions } from './options.ts';
import type { Result } from './result.ts';

// Types only. The operations are written as openapi-typescript writes them, down to its markers.

interface Write<Value> {
  readonly $write: Value;
}
interface Read<Value> {
  readonly $read: Value;
}
interface Body<Content> {
  content: { 'application/json': Content };
}

interface Person {
  id: Read<string>;
  name: string;
  ssn?: Write<string>;
  tags?: { label: string; addedAt?: Read<string> }[];
}
interface Company {
  name: string;
  website?: string;
}

interface Operations {
  create: {
    parameters: { path?: never; query?: never };
    requestBody: Body<Person | Company>;
    responses: { 200: Body<Person>; 201: Body<Company>; 400: Body<{ message: string }> };
  };
  replace: {
    parameters: { path: { id: string }; query?: { dry?: boolean } };
    requestBody?: Body<Person>;
    responses: { 200: Body<{ nothing: Record<string, never>; none: null }> };
  };
  list: {
    parameters: { path?: never; query?: { page?: number } };
    requestBody?: never;
    responses: { 200: Body<string[]> };
  };
  keep: {
    parameters: { path?: never; query?: never };
    requestBody: Body<{ note?: string }>;
    responses: {
      200: Body<{
        checks: { [name: string]: string };
        note?: string;
        unknown?: unknown;
        given: string;
        nullable: string | null;
      }>;
    };
  };
  stop: { parameters: { path: { id: string } }; responses: { 204: { content?: never } } };
}

type SentPerson = { name: string; ssn?: string | undefined; tags?: { label: string }[] | undefined };

test('a body is sent without what only the provider sets', () => {
  expectTypeOf<Input<Operations['replace']>['body']>().toEqualTypeOf<SentPerson | undefined>();
});

test('an answer comes without what is only sent', () => {
  type ReceivedPerson = { id: string; name: string; tags?: { label: string; addedAt?: string | null }[] | null };
  type ReceivedCompany = { name: string; website?: string | null };
  expectTypeOf<Output<Operations['create']>>().toEqualTypeOf<ReceivedPerson | ReceivedCompany>();
  expectTypeOf<Output<Operations['list']>>().toEqualTypeOf<string[]>();
});

test('an optional property of an answer may be null, and one of a request undefined', () => {
  type Kept = Output<Operations['keep']>;
  expectTypeOf<Kept>().toEqualTypeOf<{
    checks: { [name: string]: string | null };
    note?: string | null;
    unknown?: unknown;
    given: string;
    nullable: string | null;
  }>();
  expectTypeOf<Input<Operations['keep']>['body']>().toEqualTypeOf<{ note?: string | undefined }>();
});

test('what is empty stays empty', () => {
  expectTypeOf<Output<Operations['replace']>>().toEqualTypeOf<{ nothing: Record<string, never>; none: null }>();
});

test('alternatives do not mix', () => {
  type Created = Input<Operations['create']>['body'];
  expectTypeOf<SentPerson>().toExtend<Created>();
  expectTypeOf<Company>().toExtend<Created>();
  expectTypeOf<{ name: string; tags: []; website: string }>().not.toExtend<Created>();
  expectTypeOf<{ name: string; website: string; ssn: string }>().not.toExtend<Created>();
});

test('the client’s own fields are left out of each alternative', () => {
  type Created = Input<Operations['create'], 'ssn'>['body'];
  expectTypeOf<{ name: string; tags: [] }>().toExtend<Created>();
  // @ts-expect-error there is no ssn
  expectTypeOf<Created>().toHaveProperty('ssn');
});

test('a method takes what its operation needs, and no input where it needs none', () => {
  type Example = Methods<Operations>;
  expectTypeOf<Exclude<keyof Example, symbol>>().toEqualTypeOf<keyof Operations>();
  expectTypeOf<Example['list']>().toEqualTypeOf<
    (
      input?: { readonly query?: { page?: number | undefined } | undefined },
      options?: CallOptions,
    ) => Promise<Result<string[]>>
  >();
  expectTypeOf<Example['stop']>().toEqualTypeOf<
    (input: { readonly path: { id: string } }, options?: CallOptions) => Promise<Result<undefined>>
  >();
  expectTypeOf<Example['replace']>().parameter(0).toHaveProperty('path').toEqualTypeOf<{ id: string }>();
  // @ts-expect-error the path is missing
  expectTypeOf<Example['replace']>().toBeCallableWith({ query: { dry: true } });
});
