import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { CountGuesses } from './count-guesses.js';
import { DeviceRepository, type PhoneLoss } from './device.repository.js';
import { holderKey } from './devices.policy.js';
import { InvitationRepository } from './invitation.repository.js';
import { wrongCodesAllowed } from './sign-in-lock.policy.js';
import { TokenRepository } from './token.repository.js';
import { makeToken, tokenEnd, tokenHash } from './tokens.policy.js';
import { UserRepository } from './user.repository.js';

export interface EnrollDeviceInput {
  code: string;
  /** What the phone calls itself for machines: a lower-case UUID of its own making. */
  deviceId: string;
  /** And for people. */
  label?: string;
  /** Told by a phone that was cleared and comes again. */
  lost?: PhoneLoss;
}

export interface EnrolledDevice {
  /** Shown once. */
  token: string;
  name: string;
  /** By what the phone tells this holder's records from those of others. */
  holder: string;
}

/** Wrong codes are counted by address alone. No account can be called so. */
const guessedAt = 'an invitation code';

/**
 * A phone becomes a device by an invitation that no other phone has used. The same phone may come again with the same code while it lives,
 * since the answer may have been lost: it gets another token, and the one before ends.
 * Refusals: invitationUnknown, invitationUsed, invitationExpired, accountDisabled, signInLocked with `retryAfter` in seconds.
 */
@Injectable()
export class EnrollDevice {
  constructor(
    private readonly transactions: Transactions,
    private readonly guesses: CountGuesses,
    private readonly invitations: InvitationRepository,
    private readonly devices: DeviceRepository,
    private readonly tokens: TokenRepository,
    private readonly users: UserRepository,
    private readonly audit: AuditTrail,
  ) {}

  async run(ctx: Context, input: EnrollDeviceInput): Promise<EnrolledDevice> {
    const hash = tokenHash(input.code);
    const isKnown = () => this.invitations.isKnown(this.transactions.read, hash);
    const { right } = await this.guesses.run(ctx, guessedAt, isKnown, wrongCodesAllowed);
    if (!right) throw new Refusal('invitationUnknown');
    // A kept answer would hold the token.
    return this.transactions.run({ ...ctx, idempotency: undefined }, (db) => this.enroll(db, ctx, hash, input));
  }

  private async enroll(db: Db, ctx: Context, hash: Buffer, { deviceId, label = '', lost }: EnrollDeviceInput): Promise<EnrolledDevice> {
    const at = now();
    const invitation = required(await this.invitations.claim(db, hash, deviceId, at), 'invitationUnknown');
    if (invitation.deviceId !== null && invitation.deviceId !== deviceId) throw new Refusal('invitationUsed');
    const { account, name, instructorId, disabled, id: userId } = invitation.user;
    if (disabled) throw new Refusal('accountDisabled');
    if (invitation.expiresAt <= at) throw new Refusal('invitationExpired');
    const id = await this.devices.enroll(db, { userId, uuid: deviceId, label: label || null, lost, at });
    await this.tokens.revokeDevice(db, id, at);
    const token = makeToken();
    const expiresAt = tokenEnd('device', at);
    await this.tokens.insert(db, { userId, kind: 'device', label, hash: tokenHash(token), expiresAt, at, deviceId: id });
    // Who holds the code is known by now, and did this.
    const asUser: Context = { ...ctx, user: { id: userId, account, instructorId } };
    const subject = { noun: 'device', id, units: await this.users.unitsOf(db, userId) };
    await this.audit.record(db, asUser, 'device.enrolled', subject, lost ? { lost: lost.count } : {});
    return { token, name, holder: holderKey({ id: userId, instructorId }) };
  }
}
