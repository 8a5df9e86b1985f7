import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { AccountChanges } from './account-changes.js';
import { type AccountsScope } from './accounts-scope.js';
import { EndDevices } from './end-devices.js';
import { TokenRepository } from './token.repository.js';
import { UserRepository } from './user.repository.js';

export interface UpdateUserInput {
  scope: AccountsScope;
  userId: number;
  version: number;
  name?: string;
  /** A disabled account keeps its history and opens nothing; its tokens end and do not come back, its phones are revoked. */
  disabled?: boolean;
}

/** Renames, disables or enables an account. Refusals: notFound, forbidden, versionMismatch. */
@Injectable()
export class UpdateUser {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UserRepository,
    private readonly changes: AccountChanges,
    private readonly tokens: TokenRepository,
    private readonly ends: EndDevices,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: UpdateUserInput): Promise<{ id: number; version: number }> {
    const at = now();
    return this.transactions.run(ctx, async (db) => {
      const user = await this.changes.manageable(db, input.scope, input.userId);
      const disabledAt = input.disabled === undefined ? user.disabledAt : input.disabled ? (user.disabledAt ?? at) : null;
      const changed = await this.users.update(db, user.id, input.version, { name: input.name ?? user.name, disabledAt });
      if (!changed) throw new Refusal('versionMismatch');
      if (disabledAt) {
        await this.tokens.revokeAll(db, user.id, at, null);
        await this.ends.within(db, { userId: user.id }, at);
      }
      const subject = { noun: 'user', id: user.id, units: await this.users.unitsOf(db, user.id) };
      await this.audit.record(db, ctx, 'user.updated', subject, { disabled: disabledAt !== null });
      return { id: user.id, version: input.version + 1 };
    });
  }
}
