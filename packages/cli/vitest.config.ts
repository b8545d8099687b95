import { mergeConfig } from 'vitest/config';
import base from '../../vitest.config.base.ts';

// Some files put a made-up provider in the place of the list of providers, and must not find the list loaded.
export default mergeConfig(base, { test: { isolate: true } });
