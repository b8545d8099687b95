import { expect, test } from 'vitest';
import { describeChange, describeUser } from './describe-user.ts';
import { person } from './person.ts';

test('of an SSN only what a provider shows, and of a birth date nothing', () => {
  expect(JSON.stringify(describeUser(person))).not.toMatch(/111111112|1990/);
  expect(describeUser({ ...person, ssn: { masked: '*****1112' } })).toMatchObject({ ssn: '*****1112' });
});

test('a change names what is there before or after, and the name only if it is another', () => {
  const before = { firstName: 'Blair', phone: '+12105550132', address: { city: 'Zionsville', state: 'PA' } };
  expect(describeChange(before, { ...before, email: 'new@example.com', phone: '+12125551234' })).toEqual([
    ['email', '', 'new@example.com'],
    ['phone', '+12105550132', '+12125551234'],
    ['address', 'Zionsville, PA', 'Zionsville, PA'],
  ]);
  expect(describeChange(before, { ...before, firstName: 'Alex' })).toContainEqual(['name', 'Blair', 'Alex']);
});
