import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { isDuplicate, Transactions } from '#platform/database';
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
    const grants = distinctGrants(input.grants);
    return this.transactions.run(ctx, async (db) => {
      await this.changes.demandWithin(db, input.scope, input.grants);
      if (input.instructorId && !(await this.users.instructorWithin(db, input.scope, input.instructorId))) {
        throw new Refusal('referenceUnknown', { fields: [{ field: 'instructorId', fault: 'unknown' }] });
      }
      const id = await this.users
        .insert(db, { account: input.account, name: input.name, passwordHash, instructorId: input.instructorId ?? null })
        .catch((error: unknown) => {
          throw isDuplicate(error) ? new Refusal('alreadyExists', { fields: [{ field: 'account', fault: 'taken' }] }) : error;
        });
      await this.users.replaceGrants(db, id, grants);
      await this.audit.record(db, ctx, 'user.created', { noun: 'user', id }, { grants });
      return { id, version: 1 };
    });
  }
}
