import type { User } from 'amend';
import { leavesOf } from './fields.ts';
import type { LinkRow } from './rows.ts';
import type { DataKey } from './seal.ts';

/** What a provider was last seen with, as digests, and the fields that it has otherwise, since when. */
export class Memory {
  readonly confirmed: Record<string, string>;
  readonly drift: Record<string, number>;
  readonly #key: DataKey | undefined;

  constructor(key: DataKey | undefined, link: Pick<LinkRow, 'confirmed' | 'drift'>) {
    this.#key = key;
    this.confirmed = JSON.parse(link.confirmed);
    this.drift = JSON.parse(link.drift);
  }

  /** As it is stored: what was confirmed, and what has drifted. */
  texts(): readonly [confirmed: string, drift: string] {
    return [JSON.stringify(this.confirmed), JSON.stringify(this.drift)];
  }

  /** Remembers how the provider shows a field; what it does not show, or in part, tells nothing. */
  confirm(field: string, user: User | undefined): void {
    const shown = new Map(leavesOf(user ?? {})).get(field);
    delete this.drift[field];
    if (shown === undefined || !this.#key) delete this.confirmed[field];
    else this.confirmed[field] = this.#key.digest(field, shown);
  }

  /** Compares all but what is open, and tells which fields are otherwise, or shown no more, and were not before. */
  compare(user: User, open: ReadonlySet<string>, now: number): string[] {
    const shown = new Map(leavesOf(user));
    const news: string[] = [];
    for (const [field, digest] of Object.entries(this.confirmed)) {
      const value = shown.get(field);
      if (open.has(field) || !this.#key) continue;
      if (digest === '') this.confirm(field, user);
      else if (value !== undefined && this.#key.digest(field, value) === digest) delete this.drift[field];
      else if (this.drift[field] === undefined) {
        this.drift[field] = now;
        news.push(field);
      }
    }
    return news;
  }
}
