import { Injectable } from '@nestjs/common';
import { type DeviceReport } from '#contract';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { DeviceRepository } from './device.repository.js';
import { type Heard, isNews } from './devices.policy.js';
import { tokenEnd } from './tokens.policy.js';

/** So many devices are remembered, those that came last. */
const remembered = 5_000;

export interface RecordDeviceInput {
  /** The id that the phone made for itself (a lower-case UUID). Where its own token came, the token says which phone it is. */
  deviceId?: string;
  report?: DeviceReport;
}

/** Notes the phone that something came from, and what it says of itself; not with every packet, and without asking for what the token told. */
@Injectable()
export class RecordDevice {
  private readonly heard = new Map<string, Heard & { id: number }>();

  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
  ) {}

  /** Answers the id of the device. */
  async run(ctx: Context, { deviceId, report }: RecordDeviceInput): Promise<number> {
    if (!ctx.user) throw new Refusal('notSignedIn');
    const key = ctx.device ? `device ${ctx.device.id}` : `${ctx.user.id}/${deviceId}`;
    const heard: Heard = { at: now(), report };
    const last = this.heard.get(key);
    if (last && !isNews(last, heard)) return last.id;
    const id = ctx.device
      ? await this.hear(ctx, ctx.device.id, heard)
      : await this.see(ctx, ctx.user.id, required(deviceId, 'unexpected'), heard);
    this.heard.delete(key);
    this.heard.set(key, { id, ...heard });
    for (const oldest of this.heard.keys()) {
      if (this.heard.size <= remembered) break;
      this.heard.delete(oldest);
    }
    return id;
  }

  private async hear(ctx: Context, id: number, heard: Heard): Promise<number> {
    const { tokenId } = ctx;
    const once: Context = { ...ctx, idempotency: undefined };
    await this.transactions.run(once, (db) => this.devices.hear(db, { id, tokenId }, heard, tokenEnd('device', heard.at)));
    return id;
  }

  private async see({ tokenId }: Context, userId: number, uuid: string, heard: Heard): Promise<number> {
    const db = this.transactions.read;
    const known = await this.devices.known(db, userId, uuid);
    if (!known || isNews({ at: known.lastSeenAt }, heard)) await this.devices.see(db, { userId, uuid, tokenId }, heard);
    return (known ?? required(await this.devices.known(db, userId, uuid), 'unexpected')).id;
  }
}
