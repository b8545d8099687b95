import { tryRoundTrips } from '../test-data/round-trips.ts';

tryRoundTrips(1000);
