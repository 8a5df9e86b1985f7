import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { DeviceRepository } from './device.repository.js';
import { handoverEnd } from './devices.policy.js';
import { InvitationRepository } from './invitation.repository.js';
import { TokenRepository } from './token.repository.js';

/** Ends the trust in one phone of an account, or in all. For some months it still hands over what waits on it, and is given nothing. */
@Injectable()
export class EndDevices {
  constructor(
    private readonly devices: DeviceRepository,
    private readonly tokens: TokenRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  async within(db: Db, whose: { userId: number; device?: { id: number; uuid: Buffer } }, at: Date, wipe = false): Promise<void> {
    const { userId, device } = whose;
    // First the tokens: those of phones that were revoked before keep their end.
    await this.tokens.endDevices(db, { userId, deviceId: device?.id }, { at, end: handoverEnd(at) });
    await this.devices.revoke(db, { userId, id: device?.id }, at, wipe);
    await this.invitations.end(db, { userId, uuid: device?.uuid }, at);
  }
}
