import { keeperContract } from './keeper.contract.ts';

keeperContract('sqlite');
