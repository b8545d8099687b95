import { defineConfig, mergeConfig } from 'vitest/config';
import packages from '../../scripts/vitest.packages.ts';

// Prism takes a second to load, and each file's mock is its own anyway.
export default mergeConfig(packages, defineConfig({ test: { isolate: false } }));
