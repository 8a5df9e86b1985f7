import { Injectable } from '@nestjs/common';
import { AccountNames } from '#accounts';
import { Transactions } from '#platform/database';
import { FileStore } from '#platform/files';
import { ImportReadingRepository, type ImportView } from '#platform/imports';
import { type ImportShown, importView } from './imports.dto.js';

/** Imports as callers see them, with who sent them and how they are read: three statements, however many they are. */
@Injectable()
export class ShownImports {
  constructor(
    private readonly transactions: Transactions,
    private readonly readings: ImportReadingRepository,
    private readonly files: FileStore,
    private readonly names: AccountNames,
  ) {}

  async views(rows: readonly ImportView[]): Promise<Map<number, ImportShown>> {
    const db = this.transactions.read;
    const readings = await this.readings.of(
      db,
      rows.map(({ id }) => id),
    );
    const senders = await this.files.sendersOf(
      db,
      rows.map(({ fileId }) => fileId),
    );
    const names = await this.names.of(db, [...senders.values()]);
    const sender = (row: ImportView): string | null => names.get(senders.get(row.fileId) ?? 0) ?? null;
    return new Map(rows.map((row) => [row.id, importView(row, readings.get(row.id)!, sender(row))]));
  }
}
