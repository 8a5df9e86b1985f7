import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, isDuplicate, Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { AccountChanges, distinctGrants } from './account-changes.js';
import { type AccountsScope } from './accounts-scope.js';
import { demandFitPassword, hashPassword } from './passwords.js';
import { type GrantDraft, UserRepository } from './user.repository.js';

export interface CreateUserInput {
  /** For which units the caller may manage accounts. */
  scope: AccountsScope;
  account: string;
  name: string;
  password: string;
  /** At least one: who holds nothing belongs to nobody. */
  grants: readonly GrantDraft[];
  instructorId?: number | null;
}

/** Adds an account. Refusals: invalidFields (password), referenceUnknown (a unit or an instructor out of reach), alreadyExists (account). */
@Injectable()
export class CreateUser {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UserRepository,
    private readonly changes: AccountChanges,
    private readonly audit: AuditTrail,
  ) {}

  async run(ctx: Context, input: CreateUserInput): Promise<{ id: number; version: number }> {
    demandFitPassword('password', input.password, input.account);
    const passwordHash = await hashPassword(input.password);
    return this.transactions.run(ctx, (db) => this.within(db, ctx, { ...input, passwordHash }));
  }

  /** The same as a part of something larger, with the password judged and hashed: that takes too long for a transaction. */
  async within(
    db: Db,
    ctx: Context,
    input: Omit<CreateUserInput, 'password'> & { passwordHash: string },
  ): Promise<{ id: number; version: number }> {
    const { scope, account, name, passwordHash, instructorId = null } = input;
    const grants = distinctGrants(input.grants);
    await this.changes.demandWithin(db, scope, input.grants);
    if (instructorId && !(await this.users.instructorWithin(db, scope, instructorId))) {
      throw new Refusal('referenceUnknown', { fields: [{ field: 'instructorId', fault: 'unknown' }] });
    }
    const id = await this.users.insert(db, { account, name, passwordHash, instructorId }).catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal('alreadyExists', { fields: [{ field: 'account', fault: 'taken' }] }) : error;
    });
    await this.users.replaceGrants(db, id, grants);
    const units = grants.map(({ unitId }) => unitId);
    await this.audit.record(db, ctx, 'user.created', { noun: 'user', id, units }, { grants });
    return { id, version: 1 };
  }
}
