import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { type AccountsScope } from './accounts-scope.js';
import { DeviceRepository } from './device.repository.js';
import { EndDevices } from './end-devices.js';
import { UserRepository } from './user.repository.js';

export interface RevokeDeviceInput {
  scope: AccountsScope;
  deviceId: number;
  /** The phone is to forget names and token, too; said once, it stays said. */
  wipe: boolean;
}

/**
 * A phone is given nothing any more; what waits on it is still taken for some months, and flagged.
 * Refusals: notFound, forbidden (its account holds more than the caller looks after), deviceNotEnrolled.
 */
@Injectable()
export class RevokeDevice {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
    private readonly users: UserRepository,
    private readonly ends: EndDevices,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, { scope, deviceId, wipe }: RevokeDeviceInput): Promise<void> {
    const at = now();
    return this.transactions.run(ctx, async (db) => {
      const device = required(await this.devices.find(db, scope, deviceId), 'notFound');
      const { id, userId, uuid } = device;
      if (await this.users.holdsOutside(db, scope, userId)) throw new Refusal('forbidden', { permissions: ['devices.manage'] });
      if (!device.enrolled) throw new Refusal('deviceNotEnrolled');
      await this.ends.within(db, { userId, device: { id, uuid } }, at, wipe);
      await this.audit.record(
        db,
        ctx,
        'device.revoked',
        { noun: 'device', id, units: await this.users.unitsOf(db, userId) },
        { userId, wipe },
      );
    });
  }
}
