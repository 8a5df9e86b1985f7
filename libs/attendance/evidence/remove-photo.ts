import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { AuditTrail } from '#platform/audit';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { FileStore } from '#platform/files';
import { Refusal, required } from '#platform/refusal';
import { unitsOfClasses } from '#schedule';
import { MarkingReach } from '../marking-reach.js';
import { PhotoRepository } from './photo.repository.js';

/** Destroys a photo: its bytes are gone for good, that there was one stays in the audit. Refusals: notFound, forbidden (another's to settle). */
@Injectable()
export class RemovePhoto {
  constructor(
    private readonly transactions: Transactions,
    private readonly photos: PhotoRepository,
    private readonly reach: MarkingReach,
    private readonly files: FileStore,
    private readonly audit: AuditTrail,
  ) {}

  run(ctx: Context, { id, reason }: { id: string; reason: string }): Promise<void> {
    const scope = scopeOf(ctx, 'attendance.settle');
    return this.transactions.run(ctx, async (db) => {
      const { sessionId, fileId } = required(await this.photos.find(db, scope, id), 'notFound');
      const session = await this.reach.demand(db, ctx, 'attendance.settle', sessionId);
      if (!(await this.photos.remove(db, id, { at: now(), by: ctx.user?.id ?? null }))) throw new Refusal('notFound');
      await this.files.forget(db, fileId);
      const subject = { noun: 'session', id: sessionId, units: await unitsOfClasses(db, session.classIds) };
      await this.audit.record(db, ctx, 'photo.removed', subject, { reason });
    });
  }
}
