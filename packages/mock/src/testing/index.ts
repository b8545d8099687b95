export { serveChanged } from './serve-changed.ts';
export { serveGolden } from './serve-golden.ts';
