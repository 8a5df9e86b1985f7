import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { FileStore } from '#platform/files';
import { firstRows } from '#platform/workbook';
import { CheckAgain } from './check-again.js';
import { ImportContent } from './import-content.js';
import { ImportIntake } from './import-intake.js';
import { ImportReadingRepository } from './import-reading.repository.js';
import { type ImportView } from './import.repository.js';
import { ImporterRegistry } from './importer-registry.js';
import { demandReadable, headerNoDeeperThan, headerPrint, type SheetMapping } from './sheet-mapping.js';

export interface MapImportInput {
  id: number;
  /** Sheets that are not named are read by their titles, as ever. */
  sheets: SheetMapping[];
}

/**
 * Says which row of a sheet is its header and which column is which field, and has the file checked anew. It is remembered for the next
 * file of these units with the same header. Refusals: notFound, forbidden, invalidFields, transitionNotAllowed (something was written from it).
 */
@Injectable()
export class MapImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ImportIntake,
    private readonly content: ImportContent,
    private readonly files: FileStore,
    private readonly registry: ImporterRegistry,
    private readonly readings: ImportReadingRepository,
    private readonly again: CheckAgain,
  ) {}

  run(ctx: Context, { id, sheets }: MapImportInput): Promise<{ id: number }> {
    return this.transactions.run(ctx, async (db) => {
      const found = await this.intake.own(db, ctx, id);
      await this.content.open(db, ctx, id);
      demandReadable(sheets, this.registry.of(found.kind).sheets);
      await this.again.within(db, ctx, found, { deed: 'import.mapped', facts: { sheets: sheets.length } });
      await this.readings.map(db, id, sheets);
      await this.remember(db, found, sheets);
      return { id };
    });
  }

  private async remember(db: Db, { kind, fileId, scopePaths }: ImportView, sheets: readonly SheetMapping[]): Promise<void> {
    const tops = await firstRows(await this.files.readWhole(db, fileId), headerNoDeeperThan);
    for (const { sheet, headerRow, format, columns } of sheets) {
      const header = tops.find(({ name }) => name === sheet)?.rows.find(({ row }) => row === headerRow);
      if (format === null || !header) continue;
      await this.readings.remember(db, kind, scopePaths, headerPrint(header.cells), { format, columns });
    }
  }
}
