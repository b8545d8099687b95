import { samples } from '@amend/compiler/testing';
import { expect } from 'vitest';
import type { Check, World } from './world.ts';

/** The user of the page's sample. */
export const id = '2acf04c3-48d1-456f-a54e-1f4251814478';
/** The page's own response, and a request to it. */
export const sample = samples['Stilt, update'] as {
  body: Record<string, unknown>;
  answer: Record<string, unknown>;
};

const pathOf = (user: string): string => `/stilt/users/${user}`;

/** Sends an update as it stands. */
export const update = ({ http }: World, body: object, user = id) => http('PUT', pathOf(user), body);

/** A user as Stilt has it. */
export const read = async ({ http }: World, user = id) => (await http('GET', pathOf(user))).body;

/** The command for the same user. */
export const change = (...args: string[]) => ['update', `stilt:${id}`, ...args];

interface Values {
  readonly right: readonly unknown[];
  readonly wrong: readonly unknown[];
  /** Whether an answer shows it. */
  readonly shown?: boolean;
}

/** A property with right values, which are kept, and wrong ones, which change nothing. */
export const accepts =
  (property: string, { right, wrong, shown = true }: Values): Check =>
  async (world) => {
    for (const value of wrong) {
      const before = await read(world);
      expect({ value, status: (await update(world, { [property]: value })).status }).toEqual({ value, status: 400 });
      expect(await read(world)).toEqual(before);
    }
    for (const value of right) {
      const { status, body } = await update(world, { [property]: value });
      expect({ value, status }).toEqual({ value, status: 200 });
      expect(body).toEqual(await read(world));
      if (shown) expect(body[property]).toEqual(value);
      else expect(body).not.toHaveProperty(property);
    }
  };

/** Texts as the page's own expression judges them; they are short, for on long ones it takes exponential time. */
const documentedName = /^([aA-zZ]+[,.]?[ ]?|[aA-zZ]+['\u2019-]?)+$/;
const names = ['Blair', "O'Neil", 'O\u2019Neil', 'Ann-Marie', 'Doe, Jr.', 'Mary Ann', 'A_B'];
const otherNames = ['', 'J4ne', 'Jos\u00e9', ' Ann', 'Ann  Lee', '-Ann', 'Ann--Lee', 'Ann!'];

/** A name, held against the page's own expression. */
export const acceptsNames =
  (property: string, field: string): Check =>
  async (world) => {
    expect(names.filter((name) => !documentedName.test(name))).toEqual([]);
    expect(otherNames.filter((name) => documentedName.test(name))).toEqual([]);
    await accepts(property, { right: names, wrong: otherNames })(world);
    expect((await world.amend(change('--set', `${field}=Cassidy`))).code).toBe(0);
    expect(await read(world)).toMatchObject({ [property]: 'Cassidy' });
    expect((await world.amend(change('--set', `${field}=J4ne`))).code).toBe(1);
  };
