import { expect, test } from 'vitest';
import { readRoute, writeRoute } from './route.ts';
import { subjects } from './subjects.ts';

const read = (hash: string) => {
  const { subject, ...route } = readRoute(hash);
  return { ...route, who: `${subject.provider} ${subject.slug}` };
};

test('every subject has an address of its own, and comes back by it', () => {
  const addresses = subjects.map((subject) => {
    const route = { ...readRoute(''), subject, status: 'RETRY', field: 'email', skip: true };
    const address = writeRoute(route, { phone: '+12105550132', 'address.city': 'Zürich / “A&B”?' });
    const back = readRoute(address);
    expect(back).toMatchObject({ subject, status: 'RETRY', field: 'email', skip: true, problems: [] });
    expect(back.change).toEqual({ phone: '+12105550132', 'address.city': 'Zürich / “A&B”?' });
    return address;
  });
  expect(new Set(addresses).size).toBe(subjects.length);
});

test('what is private is in no address', () => {
  const change = { phone: '+12105550132', ssn: '987-65-4321', dateOfBirth: '1901-02-03', 'native.a': 'planted' };
  const address = decodeURIComponent(writeRoute(readRoute(''), change));
  expect(address).toContain('+12105550132');
  expect(address).not.toMatch(/987|4321|1901|planted|ssn|dateOfBirth/);
});

test.each<[name: string, hash: string, problem: RegExp]>([
  ['no JSON', '#/plan?patch={"phone"', /no JSON object/],
  ['JSON that is no object', '#/plan?patch=[1]', /no JSON object/],
  ['a percent sign of nothing', '#/plan/%E0%A4%A', /names nobody/],
  ['no such provider', '#/plan/nobody/individual', /names nobody/],
  ['no such kind', `#/plan/${subjects[0]?.provider}/robot`, /names nobody/],
  ['no such view', '#/elsewhere', /names no view/],
  ['a name of 10,000 characters', `#/${'x'.repeat(10_000)}`, /names no view/],
])('an address with %s is told in one sentence', (_, hash, problem) => {
  const { problems, who } = read(hash);
  expect(problems).toEqual([expect.stringMatching(problem)]);
  expect(problems[0]?.length).toBeLessThan(160);
  expect(who).not.toBe('');
});

test('a field that nobody has is kept, for the plans to judge', () => {
  expect(read('#/plan?patch={"shoeSize":"44"}')).toMatchObject({ change: { shoeSize: '44' }, problems: [] });
});
