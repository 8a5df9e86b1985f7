import { Injectable } from '@nestjs/common';
import { type BundleName } from '#contract';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { AccountChanges, distinctGrants } from './account-changes.js';
import { type AccountsScope } from './accounts-scope.js';
import { EndDevices } from './end-devices.js';
import { type GrantDraft, UserRepository } from './user.repository.js';

export interface SetGrantsInput {
  scope: AccountsScope;
  userId: number;
  version: number;
  grants: readonly GrantDraft[];
  /** The bundles that let an account mark: without any of them its phones are revoked. */
  markers: readonly BundleName[];
}

/**
 * Replaces all that a user holds; it counts from their next request. Whoever may not mark any more has no trusted phones.
 * Refusals: notFound, forbidden, versionMismatch, referenceUnknown.
 */
@Injectable()
export class SetGrants {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UserRepository,
    private readonly changes: AccountChanges,
    private readonly ends: EndDevices,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: SetGrantsInput): Promise<{ id: number; version: number }> {
    const grants = distinctGrants(input.grants);
    return this.transactions.run(ctx, async (db) => {
      const user = await this.changes.manageable(db, input.scope, input.userId);
      await this.changes.demandWithin(db, input.scope, input.grants);
      if (!(await this.users.update(db, user.id, input.version, user))) throw new Refusal('versionMismatch');
      const units = [...(await this.users.unitsOf(db, user.id)), ...grants.map(({ unitId }) => unitId)];
      await this.users.replaceGrants(db, user.id, grants);
      if (!grants.some(({ bundle }) => input.markers.includes(bundle))) await this.ends.within(db, { userId: user.id }, now());
      await this.audit.record(db, ctx, 'user.grantsSet', { noun: 'user', id: user.id, units }, { grants });
      return { id: user.id, version: input.version + 1 };
    });
  }
}
