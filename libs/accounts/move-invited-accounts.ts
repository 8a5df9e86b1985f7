import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db } from '#platform/database';
import { UserRepository } from './user.repository.js';

/**
 * The account that an invitation made for an instructor belongs to the unit that keeps the instructor, and goes along when another unit does
 * from now on: else nobody there could see, revoke or invite the phone. An account that somebody has given a password or other rights is
 * theirs to look after, and stays.
 */
@Injectable()
export class MoveInvitedAccounts {
  constructor(
    private readonly users: UserRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** In the transaction that has moved these instructors. */
  async within(db: Db, ctx: Context, instructorIds: readonly number[]): Promise<void> {
    for (const { userId, heldFor, keptBy } of await this.users.invitedElsewhere(db, instructorIds)) {
      const grants = [{ bundle: 'instructor', unitId: keptBy }] as const;
      await this.users.replaceGrants(db, userId, grants);
      await this.audit.record(db, ctx, 'user.grantsSet', { noun: 'user', id: userId, units: [heldFor, keptBy] }, { grants });
    }
  }
}
