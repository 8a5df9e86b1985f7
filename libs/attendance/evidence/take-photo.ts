import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { ask, type Db, isDuplicate, Transactions } from '#platform/database';
import { FileStore } from '#platform/files';
import { Refusal, required } from '#platform/refusal';
import { MarkingReach } from '../marking-reach.js';
import { pastRaces } from '../past-races.js';
import { plainJpeg } from './jpeg.policy.js';
import { PhotoRepository, photosWanted } from './photo.repository.js';

export interface PhotoInput {
  id: string;
  sessionId: number;
  /** The phone's clock, ISO 8601: kept, never believed. */
  at: string;
  bytes: Buffer;
}

/**
 * Keeps a photo of a session, for whoever may mark it or was once served it, as with marks. A known id is never judged anew: the same again
 * is `already`. Refusals: photoInvalid, photoConflict, sessionUnknown, photosOff (switched off by now, too: who does not want photos is not
 * given any), photosFull.
 */
@Injectable()
export class TakePhoto {
  constructor(
    private readonly transactions: Transactions,
    private readonly photos: PhotoRepository,
    private readonly reach: MarkingReach,
    private readonly files: FileStore,
  ) {}

  async run(ctx: Context, input: PhotoInput): Promise<'accepted' | 'already'> {
    // What a revoked phone recorded was its account's to record once: reach alone judges it.
    if (!ctx.device?.revoked) scopeOf(ctx, 'attendance.mark');
    const bytes = required(plainJpeg(input.bytes), 'photoInvalid');
    const hash = createHash('sha256').update(`${input.sessionId} ${input.at} `).update(input.bytes).digest();
    const take = () => this.transactions.run({ ...ctx, idempotency: undefined }, (db) => this.within(db, ctx, { ...input, bytes, hash }));
    return pastRaces(take).catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal('unavailable') : error;
    });
  }

  private async within(
    db: Db,
    ctx: Context,
    { id, sessionId, at, bytes, hash }: PhotoInput & { hash: Buffer },
  ): Promise<'accepted' | 'already'> {
    const stored = await this.photos.known(db, id);
    if (stored && !stored.equals(hash)) throw new Refusal('photoConflict');
    if (stored) return 'already';
    if (!(await this.reach.of(db, ctx, [sessionId])).has(sessionId)) throw new Refusal('sessionUnknown');
    const [wanted] = await ask(db, photosWanted([sessionId]));
    if (!wanted.has(sessionId)) throw new Refusal('photosOff');
    const position = required(await this.photos.freePosition(db, sessionId), 'photosFull');
    const fileId = await this.files.keep(db, ctx, { name: 'photo.jpg', mediaType: 'image/jpeg', bytes });
    await this.photos.insert(db, {
      ...{ id, sessionId, position, fileId, hash },
      deviceAt: new Date(at),
      receivedAt: now(),
      userId: ctx.user?.id ?? null,
      deviceId: ctx.device?.id ?? null,
      fromRevoked: ctx.device?.revoked === true,
    });
    return 'accepted';
  }
}
