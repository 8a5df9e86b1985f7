import { Injectable } from '@nestjs/common';
import { type ImportKind } from '#contract';
import { type Db, insertRows, listOf } from '#platform/database';
import { type RowToKeep } from './import-pages.js';
import { type ImportState } from './import-state.policy.js';
import { type RowEffect } from './importer.js';
import { withinPaths } from './import.repository.js';

export interface WrittenBy {
  id: number;
  kind: ImportKind;
  state: ImportState;
  fileName: string;
  /** Whether its whole scope lies within the paths that were asked for. */
  isSeen: boolean;
}

export type Subjects = readonly { noun: string; ids: readonly number[] }[];

/** So many row numbers to a part. */
const partSize = 2_048;
const partOf = (id: number): number => Math.floor(id / partSize);
/** Where the bit of a row stands: the byte in its part, and which of its bits. */
const bitOf = (id: number): [byte: number, bit: number] => [(id % partSize) >> 3, 1 << (id & 7)];

/** In whose history an effect stands. What has a UUID for its id has none unless it says in whose. */
function subjectOf({ noun, id, within }: RowEffect): { noun: string; id: number } | null {
  return within ?? (Number.isInteger(Number(id)) ? { noun, id: Number(id) } : null);
}

/** Which rows were written by which imports. */
@Injectable()
export class ImportWritesRepository {
  /** Notes what rows did, beside what earlier rows of the file did. */
  async keep(db: Db, id: number, rows: readonly RowToKeep[]): Promise<void> {
    const parts = new Map<string, { noun: string; part: number; bits: Buffer }>();
    for (const effect of rows.flatMap(({ effects }) => effects)) {
      const subject = subjectOf(effect);
      if (!subject) continue;
      const part = partOf(subject.id);
      const key = `${subject.noun} ${part}`;
      const found = parts.get(key) ?? { noun: subject.noun, part, bits: Buffer.alloc(partSize / 8) };
      const [byte, bit] = bitOf(subject.id);
      found.bits[byte]! |= bit;
      parts.set(key, found);
    }
    if (parts.size === 0) return;
    const before: { noun: string; part: number; bits: Buffer }[] = await db.query(
      `SELECT noun, part, bits FROM import_writes WHERE import_id = ? AND (noun, part) IN (${[...parts].map(() => '(?, ?)').join(', ')})`,
      [id, ...[...parts.values()].flatMap(({ noun, part }) => [noun, part])],
    );
    for (const { noun, part, bits } of before) bits.forEach((byte, i) => (parts.get(`${noun} ${part}`)!.bits[i]! |= byte));
    await insertRows(
      db,
      'import_writes',
      [...parts.values()].map((one) => ({ ...one, import_id: id })),
      'bits = VALUES(bits)',
    );
  }

  /** The imports that wrote one of these rows. */
  async of(db: Db, subjects: Subjects, paths: readonly string[]): Promise<WrittenBy[]> {
    const conditions = subjects.flatMap(({ noun, ids }) => [...byPart(ids)].map(([part, rows]) => condition(noun, part, rows)));
    if (conditions.length === 0) return [];
    const seen = withinPaths(paths);
    const rows: (Omit<WrittenBy, 'isSeen'> & { isSeen: number })[] = await db.query(
      `SELECT DISTINCT i.id, i.kind, i.state, f.name AS fileName, ${seen.sql} AS isSeen
       FROM import_writes w JOIN imports i ON i.id = w.import_id JOIN files f ON f.id = i.file_id
       WHERE ${conditions.map(({ sql }) => sql).join(' OR ')}`,
      [...seen.parameters, ...conditions.flatMap(({ parameters }) => parameters)],
    );
    return rows.map((row) => ({ ...row, isSeen: Number(row.isSeen) === 1 }));
  }

  /**
   * The entries of the audit that tell of writing by these imports, and of taking back what was taken back. A file may have been
   * asked to be written or taken back before, in vain: the last time it was done.
   */
  async deeds(db: Db, imports: readonly WrittenBy[]): Promise<number[]> {
    if (imports.length === 0) return [];
    const rows: { entryId: number; importId: string; action: string }[] = await db.query(
      `SELECT MAX(id) AS entryId, subject_id AS importId, action FROM audit_entries
       WHERE subject = 'import' AND subject_id IN ${listOf(imports)} AND action IN ('import.applied', 'import.reverted')
       GROUP BY subject_id, action`,
      imports.map(({ id }) => String(id)),
    );
    const reverted = new Set(imports.filter(({ state }) => state === 'reverted').map(({ id }) => id));
    return rows
      .filter(({ importId, action }) => action === 'import.applied' || reverted.has(Number(importId)))
      .map(({ entryId }) => Number(entryId));
  }
}

function byPart(ids: readonly number[]): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (const id of ids) parts.set(partOf(id), [...(parts.get(partOf(id)) ?? []), id]);
  return parts;
}

const condition = (noun: string, part: number, ids: readonly number[]): { sql: string; parameters: (string | number)[] } => ({
  sql: `(w.noun = ? AND w.part = ? AND (${ids.map(() => '(ASCII(SUBSTRING(w.bits, ?, 1)) & ?) > 0').join(' OR ')}))`,
  parameters: [
    ...[noun, part],
    ...ids.flatMap((id) => {
      const [byte, bit] = bitOf(id);
      return [byte + 1, bit];
    }),
  ],
});
