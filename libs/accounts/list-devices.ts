import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { type AccountsScope } from './accounts-scope.js';
import { DeviceRepository, type DeviceRow } from './device.repository.js';

/** Phones as somebody may see them who looks after their accounts. */
@Injectable()
export class ListDevices {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
  ) {}

  /** At most `limit` phones, the newest first, before an id. */
  run(_ctx: Context, input: { scope: AccountsScope; beforeId: number | null; q?: string; limit: number }): Promise<DeviceRow[]> {
    const { scope, beforeId, q, limit } = input;
    return this.devices.list(this.transactions.read, scope, { beforeId, q }, limit);
  }

  /** @throws Refusal notFound */
  async one(_ctx: Context, input: { scope: AccountsScope; deviceId: number }): Promise<DeviceRow> {
    return required(await this.devices.find(this.transactions.read, input.scope, input.deviceId), 'notFound');
  }
}
