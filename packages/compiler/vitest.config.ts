export { default } from '../../scripts/vitest.packages.ts';
