import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { DeviceRepository } from './device.repository.js';

/** A device seen within this time is neither asked for nor written again: packets come one after another. */
const fresh = 60_000;
/** So many devices are remembered, those that came last. */
const remembered = 5_000;

export interface RecordedDevice {
  id: number;
  /** Somebody vouched for it; what another one sends is flagged. */
  enrolled: boolean;
}

/** Notes the phone that a packet came from, by the id it made for itself (a lower-case UUID). */
@Injectable()
export class RecordDevice {
  private readonly seen = new Map<string, { at: number; device: RecordedDevice }>();

  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
  ) {}

  async run(ctx: Context, input: { deviceId: string }): Promise<RecordedDevice> {
    if (!ctx.user) throw new Refusal('notSignedIn');
    const { id: userId } = ctx.user;
    const [key, at] = [`${userId}/${input.deviceId}`, now()];
    const last = this.seen.get(key);
    if (last && at.getTime() - last.at < fresh) return last.device;
    const device = await this.record(ctx, userId, input.deviceId, at);
    this.seen.delete(key);
    this.seen.set(key, { at: at.getTime(), device });
    for (const oldest of this.seen.keys()) {
      if (this.seen.size <= remembered) break;
      this.seen.delete(oldest);
    }
    return device;
  }

  private async record({ tokenId }: Context, userId: number, uuid: string, at: Date): Promise<RecordedDevice> {
    const db = this.transactions.read;
    const known = await this.devices.find(db, userId, uuid);
    if (!known || at.getTime() - known.lastSeenAt.getTime() >= fresh) await this.devices.see(db, { userId, uuid, tokenId, at });
    const { id, enrolled } = known ?? required(await this.devices.find(db, userId, uuid), 'unexpected');
    return { id, enrolled };
  }
}
