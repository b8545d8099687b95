import { tryEveryPlan } from '../test-data/every-plan.ts';

tryEveryPlan(100);
