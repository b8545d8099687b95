import fc from 'fast-check';
import type { AnyAction } from '../src/action.ts';
import { hpayUser } from '../src/providers/hpay.ts';
import { ingoUser } from '../src/providers/ingo.ts';
import { machnetBusiness, machnetIndividual } from '../src/providers/machnet.ts';
import { stiltUser } from '../src/providers/stilt.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './golden-user.ts';

/** Every action that a plan can be made for, of the made-up provider too. */
export const actions: Readonly<Record<string, AnyAction>> = {
  'golden person update': goldenPerson.update,
  'golden business update': goldenBusiness.update,
  'golden member create': goldenMember.create,
  'golden member update': goldenMember.update,
  'golden member replace': goldenMember.replace,
  'ingo create': ingoUser.create,
  'ingo update': ingoUser.update,
  'machnet individual create': machnetIndividual.create,
  'machnet individual update': machnetIndividual.update,
  'machnet business create': machnetBusiness.create,
  'machnet business update': machnetBusiness.update,
  'stilt create': stiltUser.create,
  'stilt update': stiltUser.update,
  'hpay create': hpayUser.create,
  'hpay replace': hpayUser.replace,
  'hpay patch': hpayUser.patch,
};

export const everyAction = Object.entries(actions);

/** Any action: a tuple that a counterexample shows by its name alone. */
export const anyAction = fc
  .constantFrom(...everyAction)
  .map(([name, action]) => Object.assign([name, action] as const, { [fc.toStringMethod]: () => name }));
