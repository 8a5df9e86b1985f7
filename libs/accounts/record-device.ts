import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { DeviceRepository } from './device.repository.js';

/** A device seen within this time is not written again: packets come one after another. */
const fresh = 60_000;

export interface RecordedDevice {
  id: number;
  /** Somebody vouched for it; what another one sends is flagged. */
  enrolled: boolean;
}

/** Notes the phone that a packet came from, by the id it made for itself (a lower-case UUID). */
@Injectable()
export class RecordDevice {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
  ) {}

  async run(ctx: Context, input: { deviceId: string }): Promise<RecordedDevice> {
    if (!ctx.user) throw new Refusal('notSignedIn');
    const { id: userId } = ctx.user;
    const [db, at] = [this.transactions.read, now()];
    const known = await this.devices.find(db, userId, input.deviceId);
    if (known && at.getTime() - known.lastSeenAt.getTime() < fresh) return { id: known.id, enrolled: known.enrolled };
    await this.devices.see(db, { userId, uuid: input.deviceId, tokenId: ctx.tokenId, at });
    const seen = required(await this.devices.find(db, userId, input.deviceId), 'unexpected');
    return { id: seen.id, enrolled: seen.enrolled };
  }
}
