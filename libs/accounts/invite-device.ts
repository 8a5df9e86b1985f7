import { Injectable } from '@nestjs/common';
import { type BundleName } from '#contract';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { type Db, isDuplicate, Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { type AccountsScope } from './accounts-scope.js';
import { invitationEnd, makeInvitationCode } from './devices.policy.js';
import { InvitationRepository } from './invitation.repository.js';
import { tokenHash } from './tokens.policy.js';
import { type InstructorKept, invitedAccount, UserRepository } from './user.repository.js';

export interface InviteDeviceInput {
  /** For which units the caller may manage phones. */
  scope: AccountsScope;
  instructorId: number;
  /** The bundles that let an account mark. */
  markers: readonly BundleName[];
}

export interface Invitation {
  /** Shown once. */
  code: string;
  expiresAt: Date;
  name: string;
}

/**
 * A code with which one phone enrols as an instructor's. An instructor without an account is given one that has no password, for the unit that
 * keeps the instructor: whoever looks after the instructor looks after the account and its phones; their own sessions it serves wherever they are,
 * and no others. Refusals: referenceUnknown, forbidden (the account holds more than the caller looks after), accountDisabled, accountCannotMark.
 */
@Injectable()
export class InviteDevice {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UserRepository,
    private readonly invitations: InvitationRepository,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, input: InviteDeviceInput): Promise<Invitation> {
    const at = now();
    const [code, expiresAt] = [makeInvitationCode(), invitationEnd(at)];
    // A kept answer would hold the code: inviting is never idempotent, a repeat gives another code.
    return this.transactions.run({ ...ctx, idempotency: undefined }, async (db) => {
      const instructor = await this.users.instructorWithin(db, input.scope, input.instructorId);
      if (!instructor) throw new Refusal('referenceUnknown', { fields: [{ field: 'instructorId', fault: 'unknown' }] });
      const userId = (await this.accountOf(db, instructor, input)) ?? (await this.addAccount(db, ctx, instructor, input));
      await this.invitations.insert(db, { userId, hash: tokenHash(code), at, expiresAt });
      const subject = { noun: 'instructor', id: instructor.id, units: [instructor.unitId] };
      await this.audit.record(db, ctx, 'device.invited', subject, { userId });
      return { code, expiresAt, name: instructor.name };
    });
  }

  /** The account that marks for the instructor; `null` where nobody has one. */
  private async accountOf(db: Db, instructor: InstructorKept, { scope, markers }: InviteDeviceInput): Promise<number | null> {
    const accounts = await this.users.speakingFor(db, instructor.id, markers);
    const fit = accounts.find(({ disabled, marks }) => !disabled && marks);
    if (fit) {
      // Whoever manages a town must not take over an account of the county.
      if (await this.users.holdsOutside(db, scope, fit.id)) throw new Refusal('forbidden', { permissions: ['devices.manage'] });
      return fit.id;
    }
    if (accounts.length === 0) return null;
    // Somebody shut them out, or gave them other work: no second account stands in.
    throw new Refusal(accounts.every(({ disabled }) => disabled) ? 'accountDisabled' : 'accountCannotMark');
  }

  private async addAccount(db: Db, ctx: Context, instructor: InstructorKept, input: InviteDeviceInput): Promise<number> {
    const grants = [{ bundle: 'instructor', unitId: instructor.unitId }] as const;
    try {
      // Of two who invite at once, one makes it and the other finds it.
      const account = invitedAccount(instructor.id);
      const id = await this.users.insert(db, { account, name: instructor.name, passwordHash: null, instructorId: instructor.id });
      await this.users.replaceGrants(db, id, grants);
      await this.audit.record(db, ctx, 'user.created', { noun: 'user', id, units: [instructor.unitId] }, { grants });
      return id;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const made = await this.accountOf(db, instructor, input);
      if (made === null) throw error;
      return made;
    }
  }
}
