import type { VerificationStatus } from '@amend/contract';

/**
 * One profile for all providers. A field that is absent is not known; a provider may know fewer fields than these.
 * What has no counterpart here is reached through a plan's `native` slot.
 */
export interface User {
  /** Whose record it is: what one provider holds says nothing of another. */
  readonly provider?: string;
  /** The provider's identifier of the user. */
  readonly id?: string;
  /** `firstName` and the like belong to individuals, `businessName` and the like to businesses. */
  readonly kind?: 'individual' | 'business';
  /** Whether the provider has verified the user; `unknown` closes every field that some status locks. */
  readonly verification?: VerificationStatus;

  /** @example 'Jane' */
  readonly firstName?: string;
  readonly middleName?: string;
  readonly lastName?: string;
  /** @example 'Example Trading LLC' */
  readonly businessName?: string;
  /** @example 'jane@example.com' */
  readonly email?: string;
  /** E.164. @example '+12105550132' */
  readonly phone?: string;
  /** ISO 8601. @example '1990-04-15' */
  readonly dateOfBirth?: string;
  /** ISO 8601. @example '2015-09-01' */
  readonly formationDate?: string;
  readonly address?: Address;
  readonly mailingAddress?: Address;
  /** Nine digits, with or without dashes. What a provider shows of it comes back as {@link Masked}. */
  readonly ssn?: string | Masked;
  /** The provider's word. @example 'female' */
  readonly gender?: string;
  readonly occupation?: string;
  readonly employer?: Employer;
  readonly username?: string;
  /** Whether the account may be used. */
  readonly active?: boolean;
  /** Your own identifier for the user, where a provider stores it. */
  readonly externalId?: string | number;
  readonly documents?: Documents;
  /** @example 'www.example.com' */
  readonly website?: string;
  /** The provider's word for a range. @example 'BETWEEN_25_TO_50' */
  readonly employees?: string;
  readonly transactions?: Transactions;

  /** What a provider holds beside all this, under its own names. A patch has its own slot for it. */
  readonly native?: Readonly<Record<string, unknown>>;
}

/** A change to a user: absent fields stay as they are, `null` clears one where the provider documents how. */
export type Patch = {
  readonly [Name in keyof Omit<User, 'provider' | 'id' | 'kind' | 'verification' | 'native'>]?:
    | Changed<NonNullable<User[Name]>>
    | undefined;
};

type Changed<Value> = Value extends readonly (infer Element)[]
  ? readonly Changed<Element>[]
  : Value extends Masked
    ? never
    : Value extends object
      ? {
          readonly [Part in keyof Value]:
            | Changed<NonNullable<Value[Part]>>
            | (object extends Pick<Value, Part> ? null | undefined : null);
        }
      : Value | null;

export interface Address {
  readonly line1?: string;
  readonly line2?: string;
  readonly line3?: string;
  readonly city?: string;
  /** Two letters. @example 'CA' */
  readonly state?: string;
  /** @example '95053' */
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. @example 'US' */
  readonly country?: string;
}

export interface Employer {
  readonly name?: string;
  /** In one line. */
  readonly address?: string;
  /** As the provider takes it; no format is documented. */
  readonly phone?: string;
}

export interface Transactions {
  /** How many are expected in a month. */
  readonly perMonth?: number;
  /** The provider's word. @example 'WEEKLY' */
  readonly frequency?: string;
}

/** Scans and numbers of documents. In a patch they are added; what a provider has comes back without contents. */
export interface Documents {
  readonly physical?: readonly PhysicalDocument[];
  readonly virtual?: readonly VirtualDocument[];
}

export interface PhysicalDocument {
  /** The provider's; it cannot be written. */
  readonly id?: string;
  /** The provider's word. @example 'DRIVING_LICENCE' */
  readonly type: string;
  /** A data URI. @example 'data:image/jpeg;base64,SUQ=' */
  readonly front?: string;
  /** A data URI. */
  readonly back?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Two letters. */
  readonly state?: string;
  /** ISO 8601. */
  readonly expiryDate?: string;
}

export interface VirtualDocument {
  /** The provider's; it cannot be written. */
  readonly id?: string;
  /** The provider's word. @example 'PASSPORT' */
  readonly type: string;
  readonly number?: string | Masked;
  /** @example 'CA' */
  readonly issuingAuthority?: string;
  /** ISO 8601. */
  readonly issueDate?: string;
  /** ISO 8601. */
  readonly expiryDate?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Two letters. */
  readonly state?: string;
}

/** A value of which a provider shows only a part. It can be shown, and never written back. */
export interface Masked {
  /** @example '*****1112' */
  readonly masked: string;
}
