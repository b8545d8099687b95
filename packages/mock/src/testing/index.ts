export { serveChanged } from './serve-changed.ts';
