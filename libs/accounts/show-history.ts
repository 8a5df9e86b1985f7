import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { ImportWritesRepository, type WrittenBy } from '#platform/imports';
import { type AuditPlace, AuditRepository, type AuditRow } from './audit.repository.js';

export interface ShowHistoryInput {
  /** What the caller was found to be allowed to see. */
  subjects: readonly { noun: string; ids: readonly number[] }[];
  before: AuditPlace;
  limit: number;
  /** Where the caller may look into imports. */
  importsWithin: readonly string[];
}

export interface HistoryRow extends AuditRow {
  /** The import that wrote the thing, or was taken back, by this deed. */
  import: WrittenBy | null;
}

/**
 * Who changed what of a thing. What an import wrote is told by the entry of the import itself, one for all its rows: which rows those are
 * is known from what the import keeps.
 */
@Injectable()
export class ShowHistory {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditRepository,
    private readonly writes: ImportWritesRepository,
  ) {}

  async run(_ctx: Context, { subjects, before, limit, importsWithin }: ShowHistoryInput): Promise<HistoryRow[]> {
    const db = this.transactions.read;
    const imports = new Map((await this.writes.of(db, subjects, importsWithin)).map((one) => [one.id, one]));
    const deeds = await this.writes.deeds(db, [...imports.values()]);
    const rows = await this.audit.history(db, { subjects, deeds }, { before, limit });
    return rows.map((row) => ({ ...row, import: row.noun === 'import' ? (imports.get(Number(row.nounId)) ?? null) : null }));
  }
}
