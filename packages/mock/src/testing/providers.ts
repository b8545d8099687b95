import { providerNames } from 'amend/providers';
import { providerNamed } from '../providers.ts';

export const providers = await Promise.all(providerNames.map(providerNamed));
