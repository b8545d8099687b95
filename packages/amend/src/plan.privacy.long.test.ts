import { searchPlans } from '../test-data/private-plans.ts';

searchPlans(2000);
