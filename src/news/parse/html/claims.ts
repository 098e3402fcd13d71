import type { Masthead } from '../../article.ts';

/** What one part of a page says about its article: as it is written, to be checked before it is believed. */
export type Claims = Partial<Masthead>;

/** The first that says it is believed. */
export const firstClaim = (claims: readonly Claims[], field: keyof Masthead): string | undefined =>
  claims.find((claim) => claim[field] !== undefined)?.[field];
