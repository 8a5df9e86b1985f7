import { type MigrationInterface, type QueryRunner } from 'typeorm';

type Effect = [noun: string, id: number | string, ...rest: unknown[]];

/** A line of a roster stands in the history of its class. What has a UUID has no history. */
function subjectOf([noun, id]: Effect): [noun: string, id: number] | null {
  if (noun === 'enrollment') return ['class', Number(String(id).split('/')[0])];
  return /^\d+$/.test(String(id)) ? [noun, Number(id)] : null;
}

/** Notes what imports of before wrote, from what they keep for being undone. Marks and head counts of then stay untold. */
export class NoteImportWrites1640995250000 implements MigrationInterface {
  name = 'NoteImportWrites1640995250000';
  async up(db: QueryRunner): Promise<void> {
    const imports: { id: number }[] = await db.query(
      'SELECT DISTINCT import_id AS id FROM import_pages WHERE effects IS NOT NULL ORDER BY import_id',
    );
    for (const { id } of imports) await this.note(db, id);
  }

  private async note(db: QueryRunner, id: number): Promise<void> {
    const parts = new Map<string, Buffer>();
    for (let page = -1; ;) {
      const [found]: { page: number; effects: string }[] = await db.query(
        'SELECT page, effects FROM import_pages WHERE import_id = ? AND page > ? AND effects IS NOT NULL ORDER BY page LIMIT 1',
        [id, page],
      );
      if (!found) break;
      page = found.page;
      for (const effect of (JSON.parse(found.effects) as Effect[][]).flat()) {
        const [noun, row] = subjectOf(effect) ?? [];
        if (noun === undefined || row === undefined) continue;
        const key = `${noun} ${Math.floor(row / 2_048)}`;
        const bits = parts.get(key) ?? Buffer.alloc(256);
        bits[(row % 2_048) >> 3]! |= 1 << (row & 7);
        parts.set(key, bits);
      }
    }
    for (const [key, bits] of parts) {
      const [noun, part] = key.split(' ');
      await db.query(
        'INSERT INTO import_writes (noun, part, import_id, bits) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE bits = VALUES(bits)',
        [noun, Number(part), id, bits],
      );
    }
  }

  /** The table goes with the step before. */
  async down(): Promise<void> {}
}
