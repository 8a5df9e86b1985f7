import { createHash, randomBytes } from 'node:crypto';
import { type TokenKind } from './token.entity.js';

/** 32 random bytes, shown once. */
export const makeToken = (): string => randomBytes(32).toString('base64url');
/** What is kept of it. A fast hash does: the token is no guessable password. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

const hours: Record<TokenKind, number> = { cookie: 12, bearer: 365 * 24, device: 180 * 24 };

/** A browser's sign-in ends with the day; another system keeps its token for a year, a phone its own until it was not heard of for half a year. */
export const tokenEnd = (kind: TokenKind, at: Date): Date => new Date(at.getTime() + hours[kind] * 3_600_000);

/** Tokens that ended before this moment are deleted; the audit trail keeps who had them. A phone's file is proven by its token for so long. */
export const endedKeptSince = (at: Date): Date => new Date(at.getTime() - 120 * 86_400_000);
