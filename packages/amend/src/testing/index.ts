export { exampleOf } from './example-of.ts';
export * from './golden-members.ts';
export * from './golden-statuses.ts';
export * from './golden-user.ts';
