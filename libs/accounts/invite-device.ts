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
  /** An instructor, who may have no account yet, or an account: of a class head, or of whoever else stands in the field. */
  whom: { instructorId: number } | { userId: number };
  /** The bundles that let an account mark. */
  markers: readonly BundleName[];
}

export interface Invitation {
  /** Shown once. */
  code: string;
  expiresAt: Date;
  name: string;
}

/** Whose phone it is to be, and what the invitation is noted under. */
interface Invited {
  userId: number;
  name: string;
  subject: { noun: 'instructor' | 'user'; id: number; units: readonly number[] };
}

/**
 * A code with which one phone enrols as an instructor's, or an account's. An instructor without an account is given one that has no password,
 * for the unit that keeps the instructor: whoever looks after the instructor looks after the account and its phones; their own sessions it
 * serves wherever they are, and no others. Refusals: referenceUnknown, forbidden (the account holds more than the caller looks after),
 * accountDisabled, accountCannotMark.
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
    const { whom } = input;
    const at = now();
    const [code, expiresAt] = [makeInvitationCode(), invitationEnd(at)];
    // A kept answer would hold the code: inviting is never idempotent, a repeat gives another code.
    return this.transactions.run({ ...ctx, idempotency: undefined }, async (db) => {
      const { userId, name, subject } =
        'userId' in whom ? await this.user(db, whom.userId, input) : await this.instructor(db, ctx, whom.instructorId, input);
      await this.invitations.insert(db, { userId, hash: tokenHash(code), at, expiresAt });
      await this.audit.record(db, ctx, 'device.invited', subject, { userId });
      return { code, expiresAt, name };
    });
  }

  /** An account as it stands, locked: whoever takes its rights away meanwhile ends this invitation, too. */
  private async user(db: Db, id: number, { scope, markers }: InviteDeviceInput): Promise<Invited> {
    const user = await this.users.find(db, scope, id, true);
    if (!user) throw unknown('userId');
    await this.demandWholly(db, scope, id);
    const grants = (await this.users.grantsOf(db, [id])).get(id)!;
    if (user.disabledAt !== null) throw new Refusal('accountDisabled');
    if (!grants.some(({ bundle }) => markers.includes(bundle))) throw new Refusal('accountCannotMark');
    return { userId: id, name: user.name, subject: { noun: 'user', id, units: grants.map(({ unitId }) => unitId) } };
  }

  private async instructor(db: Db, ctx: Context, id: number, input: InviteDeviceInput): Promise<Invited> {
    const instructor = await this.users.instructorWithin(db, input.scope, id);
    if (!instructor) throw unknown('instructorId');
    const userId = (await this.accountOf(db, instructor, input)) ?? (await this.addAccount(db, ctx, instructor, input));
    return { userId, name: instructor.name, subject: { noun: 'instructor', id, units: [instructor.unitId] } };
  }

  /** Whoever manages a town must not take over an account of the county. */
  private async demandWholly(db: Db, scope: AccountsScope, userId: number): Promise<void> {
    if (await this.users.holdsOutside(db, scope, userId)) throw new Refusal('forbidden', { permissions: ['devices.manage'] });
  }

  /** The account that marks for the instructor; `null` where nobody has one. */
  private async accountOf(db: Db, instructor: InstructorKept, { scope, markers }: InviteDeviceInput): Promise<number | null> {
    const accounts = await this.users.speakingFor(db, instructor.id, markers);
    const fit = accounts.find(({ disabled, marks }) => !disabled && marks);
    if (fit) {
      await this.demandWholly(db, scope, fit.id);
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

const unknown = (field: string): Refusal => new Refusal('referenceUnknown', { fields: [{ field, fault: 'unknown' }] });
