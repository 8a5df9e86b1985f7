import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type AccountsScope } from './accounts-scope.js';
import { type TokenRow, TokenRepository } from './token.repository.js';
import { type GrantRow, UserRepository, type UserRow } from './user.repository.js';

export interface Account extends UserRow {
  grants: GrantRow[];
}

/** Accounts as somebody may see them. */
@Injectable()
export class ListAccounts {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UserRepository,
    private readonly tokens: TokenRepository,
  ) {}

  /** At most `limit` accounts of the scope, by name of account, after the one named; with `q`, those whose account or name holds it. */
  async run(_ctx: Context, input: { scope: AccountsScope; after: string | null; q?: string; limit: number }): Promise<Account[]> {
    const { scope, after, q, limit } = input;
    return this.withGrants(await this.users.list(this.transactions.read, scope, { after, q }, limit));
  }

  /** @throws Refusal notFound */
  async one(_ctx: Context, input: { scope: AccountsScope; userId: number }): Promise<Account> {
    const user = required(await this.users.find(this.transactions.read, input.scope, input.userId), 'notFound');
    return (await this.withGrants([user]))[0]!;
  }

  /** The caller. @throws Refusal notSignedIn */
  async self(ctx: Context): Promise<Account> {
    if (!ctx.user) throw new Refusal('notSignedIn');
    const user = required(await this.users.self(this.transactions.read, ctx.user.id), 'notSignedIn');
    return (await this.withGrants([user]))[0]!;
  }

  /** The caller's own living tokens, newest first. */
  async ownTokens(ctx: Context): Promise<TokenRow[]> {
    if (!ctx.user) throw new Refusal('notSignedIn');
    return this.tokens.listOf(this.transactions.read, ctx.user.id, now());
  }

  /** The living sign-ins of an account, newest first, for who manages it. Refusals: notFound. */
  async tokensOf(ctx: Context, input: { scope: AccountsScope; userId: number }): Promise<TokenRow[]> {
    const { id } = await this.one(ctx, input);
    return this.tokens.listOf(this.transactions.read, id, now());
  }

  private async withGrants(users: UserRow[]): Promise<Account[]> {
    const grants = await this.users.grantsOf(
      this.transactions.read,
      users.map((user) => user.id),
    );
    return users.map((user) => ({ ...user, grants: grants.get(user.id) ?? [] }));
  }
}
