import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';

/** What a verified person at Machnet may change, whatever that is. */
export const free = exampleOf(machnetIndividual.update, true);

/** And what not. */
export const locked = exampleOf(machnetIndividual.update, false);
