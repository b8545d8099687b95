/** A file with a hundred plans: two kinds of user, each with the status known, of another provider, or of the user read. */
export const planCalls = (): string => {
  const calls = Array.from({ length: 25 }, (_, index) => [
    `plan(machnetIndividual.update, { id, status: 'verified', patch: { phone: '+1210555${1000 + index}', address: { city } } }),`,
    `plan(machnetIndividual.update, { id, status: 'unverified', patch: { firstName: 'Rosa', email: 'rosa${index}@example.com' } }),`,
    `plan(machnetBusiness.update, { id, status: 'verified', patch: { website: 'www${index}.example.com' } }),`,
    `plan(machnetBusiness.update, { current, patch: { businessName: 'Example ${index} LLC' } }),`,
  ]).flat();
  return [
    "import { plan, type User } from 'amend';",
    "import { machnetBusiness, machnetIndividual } from 'amend/machnet';",
    "const id = '550371f4-b6cc-4402-9382-ffecf487d4db';",
    "const city = 'Albany';",
    "const current: User = { id, verification: 'verified' };",
    'export const plans = [',
    ...calls,
    '];',
  ].join('\n');
};
