import { defineConfig, mergeConfig } from 'vitest/config';
import packages from './vitest.packages.ts';

export default mergeConfig(packages, defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } }));
