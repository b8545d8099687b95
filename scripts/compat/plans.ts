import { createMachnet } from '@amend/machnet';
import { type FieldState, fieldsFor, formOf, plan, planAll, send, toUser } from 'amend';
import { hpayUser } from 'amend/hpay';
import { machnetIndividual } from 'amend/machnet';

// What a plan's types say, in every TypeScript that is supported.

export const fields: FieldState[] = fieldsFor(machnetIndividual.update, 'verified');
export const plans = planAll({ phone: '+12105550132' }, [{ operation: hpayUser.patch, id: 'x' }]);
export const user = toUser(machnetIndividual.update, {});
export const form = formOf(machnetIndividual.update, user);
export const city: string = form.values.address.city;
// @ts-expect-error a person has no such input
export const name = form.values.businessName;
export const moved = plan(machnetIndividual.update, { current: user, patch: form.patchOf(form.values) });
export const change = plan(machnetIndividual.update, { id: 'x', status: 'verified', patch: { phone: '+12105550132' } });
export const deliver = () => send(change, createMachnet({ clientId: 'a', clientSecret: 'b' }));
// @ts-expect-error address.country can never change
plan(machnetIndividual.update, { id: 'x', status: 'verified', patch: { address: { country: 'CA' } } });
