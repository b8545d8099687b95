/**
 * How one credential travels. `client-credentials`: as a token that is fetched for it (OAuth 2). `code`: in a way that only
 * the provider's package can know, such as a signature or a certificate.
 */
export type SecurityScheme =
  | { readonly is: 'header' | 'query'; readonly name: string }
  | { readonly is: 'basic' | 'bearer' | 'code' }
  | { readonly is: 'client-credentials'; readonly tokenUrl: string; readonly scope: string };

/** By which of its credentials a provider knows a caller, by the names that the code has for them. */
export interface Security {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** One of these is enough; all in it are needed. */
  readonly alternatives: readonly (readonly string[])[];
}

/** What a caller has to have for one alternative. */
export interface NeededCredentials {
  readonly names: readonly string[];
  /** Those that some callers have none of, who leave them out. */
  readonly optional: readonly string[];
}

const namesFor = (name: string, scheme: SecurityScheme | undefined): readonly string[] => {
  if (scheme?.is === 'basic') return ['username', 'password'];
  if (scheme?.is === 'client-credentials') return ['clientId', 'clientSecret'];
  return scheme === undefined || scheme.is === 'code' ? [] : [name];
};

/** The options of a client that each alternative needs. */
export const credentialsFor = ({ schemes, alternatives }: Security): readonly NeededCredentials[] =>
  alternatives.map((together) => ({
    names: [...new Set(together.flatMap((name) => namesFor(name, schemes[name])))],
    // Many providers take a key for the name, and nothing for the password.
    optional: together.some((name) => schemes[name]?.is === 'basic') ? ['password'] : [],
  }));
