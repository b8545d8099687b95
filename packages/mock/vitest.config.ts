import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.base.ts';

// Prism takes a second to load, and each file's mock is its own anyway.
export default mergeConfig(base, defineConfig({ test: { isolate: false } }));
