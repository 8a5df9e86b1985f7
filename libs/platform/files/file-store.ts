import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db, listOf } from '#platform/database';
import { Refusal, required } from '#platform/refusal';
import { Secrecy } from '#platform/secrecy';

export interface FileToKeep {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Larger files are refused. */
export const fileLimit = 20 * 1024 * 1024;
/** Well below the smallest packet a database takes by default (16 MB), and little enough to open one after the other. */
const chunkSize = 512 * 1024;

/** A file of more bytes than were kept, or of others. */
export class FileDamaged extends Error {
  constructor(readonly id: number) {
    super(`file ${id} is damaged: its chunks do not make up what was kept`);
    this.name = 'FileDamaged';
  }
}

/**
 * Files people send. They hold personal data, so they are sealed before they reach the database and never lie on a disk in
 * clear; and they lie in the database, because it is the only truth.
 */
@Injectable()
export class FileStore {
  constructor(private readonly secrecy: Secrecy) {}

  /** Keeps a file in the transaction of its owner. Refusals: fileMissing (no bytes), bodyTooLarge. */
  async keep(db: Db, ctx: Context, file: FileToKeep): Promise<number> {
    if (file.bytes.length === 0) throw new Refusal('fileMissing');
    if (file.bytes.length > fileLimit) throw new Refusal('bodyTooLarge', { limit: fileLimit });
    const { insertId } = await db.query('INSERT INTO files (name, media_type, size, sha256, created_by) VALUES (?, ?, ?, ?, ?)', [
      plainName(file.name),
      file.mediaType.slice(0, 100),
      file.bytes.length,
      createHash('sha256').update(file.bytes).digest(),
      ctx.user?.id ?? null,
    ]);
    for (let at = 0; at < file.bytes.length; at += chunkSize) {
      await db.query('INSERT INTO file_chunks (file_id, position, sealed) VALUES (?, ?, ?)', [
        insertId,
        at / chunkSize,
        this.secrecy.sealBytes(file.bytes.subarray(at, at + chunkSize)),
      ]);
    }
    return insertId;
  }

  /** The bytes in order, a chunk at a time. @throws Refusal notFound; FileDamaged, possibly after some chunks were given. */
  async *read(db: Db, id: number): AsyncGenerator<Buffer, void, undefined> {
    const [head] = await db.query('SELECT size, sha256 FROM files WHERE id = ?', [id]);
    const { size, sha256 } = required(head as { size: number; sha256: Buffer } | undefined, 'notFound');
    const hash = createHash('sha256');
    for (let position = 0; position * chunkSize < size; position++) {
      const [chunk] = await db.query('SELECT sealed FROM file_chunks WHERE file_id = ? AND position = ?', [id, position]);
      if (!chunk) throw new FileDamaged(id);
      const bytes = this.secrecy.openBytes(chunk.sealed);
      hash.update(bytes);
      yield bytes;
    }
    if (!hash.digest().equals(sha256)) throw new FileDamaged(id);
  }

  /** Takes a file away with its chunks, in the transaction of the owner that names it no more. */
  async forget(db: Db, id: number): Promise<void> {
    await db.query('DELETE FROM files WHERE id = ?', [id]);
  }

  /** Who sent which file; `null`: the product itself. */
  async sendersOf(db: Db, ids: readonly number[]): Promise<Map<number, number | null>> {
    const rows: { id: number; sender: number | null }[] = await db.query(
      `SELECT id, created_by AS sender FROM files WHERE id IN ${listOf(ids)}`,
      [...ids],
    );
    return new Map(rows.map(({ id, sender }) => [id, sender]));
  }

  /** The same at once: up to 20 MB. */
  async readWhole(db: Db, id: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.read(db, id)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

/** The last part of a path, without characters that cannot be shown. Browsers and phones send all sorts. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '').trim();
  return [...shown].slice(0, 200).join('') || 'file';
}
