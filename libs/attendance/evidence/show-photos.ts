import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { ask, Transactions } from '#platform/database';
import { FileStore } from '#platform/files';
import { required } from '#platform/refusal';
import { SessionRepository } from '#schedule';
import { PhotoRepository, photosWanted, type ShownPhoto } from './photo.repository.js';

/** The photos of a session, and one of them, for whoever sees its attendance. Refusals: notFound. */
@Injectable()
export class ShowPhotos {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly photos: PhotoRepository,
    private readonly files: FileStore,
  ) {}

  async run(ctx: Context, sessionId: number): Promise<{ wanted: boolean; photos: ShownPhoto[] }> {
    const db = this.transactions.read;
    required(await this.sessions.find(db, scopeOf(ctx, 'attendance.read'), sessionId), 'notFound');
    const [wanted] = await ask(db, photosWanted([sessionId]));
    return { wanted: wanted.has(sessionId), photos: await this.photos.ofSession(db, sessionId) };
  }

  async bytes(ctx: Context, id: string): Promise<Buffer> {
    const db = this.transactions.read;
    const { fileId } = required(await this.photos.find(db, scopeOf(ctx, 'attendance.read'), id), 'notFound');
    return this.files.readWhole(db, fileId);
  }
}
