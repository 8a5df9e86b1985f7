import { Injectable } from '@nestjs/common';
import { explainRowFault } from '#contract';
import { AuditTrail } from '#platform/audit';
import { type Context } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { FileStore } from '#platform/files';
import { Refusal } from '#platform/refusal';
import { type Cell, type CellToWrite, namesOfSheets, readMergedAreas, type Row, type SheetToWrite } from '#platform/workbook';
import { keptName } from './import-pages.js';
import { ImportContent } from './import-content.js';
import { ImportReadingRepository } from './import-reading.repository.js';
import { ImportRepository, type ImportView } from './import.repository.js';
import { type RowFault } from './importer.js';
import { ImporterRegistry } from './importer-registry.js';
import { placedRows } from './placed-rows.js';
import { faultTitles } from './sheet-mapping.js';
import { SheetsInTurn } from './sheets-in-turn.js';

const pageSize = 2_000;

/**
 * Sheets to write in their order, made as they are written: a page of verdicts and the rows of one piece of the file are in memory at a time,
 * beside the file itself, which is read once. Close it when they are written, or when nobody wants them any more.
 */
export interface FaultyBook {
  fileName: string;
  sheets: SheetToWrite[];
  close(): Promise<void>;
}

/**
 * The rows of an import that failed, as they were sent, each with its reason: to be put right and sent again as it is. What stood above the
 * header, and the header, stand in their rows. Refusals: notFound, forbidden, importNotChecked (still being checked, or nothing is faulty).
 */
@Injectable()
export class FaultyRows {
  constructor(
    private readonly transactions: Transactions,
    private readonly content: ImportContent,
    private readonly files: FileStore,
    private readonly registry: ImporterRegistry,
    private readonly imports: ImportRepository,
    private readonly readings: ImportReadingRepository,
    private readonly audit: AuditTrail,
  ) {}

  async run(ctx: Context, { id }: { id: number }): Promise<FaultyBook> {
    const db = this.transactions.read;
    const found = await this.content.open(db, ctx, id);
    if (found.state === 'checking' || found.rows.faulty === 0) throw new Refusal('importNotChecked', { state: found.state, faulty: 0 });
    const bytes = await this.files.readWhole(db, found.fileId);
    const names = await this.sheetsOf(db, found, bytes);
    await this.transactions.run(ctx, (own) => this.audit.record(own, ctx, 'import.faultsTaken', { noun: 'import', id }));
    const { mapping } = await this.readings.one(db, id);
    const book = { workbook: bytes, areas: await readMergedAreas(bytes), mapping: mapping ?? [] };
    const turns = new SheetsInTurn(placedRows(book, this.registry.of(found.kind).sheets));
    return {
      fileName: found.fileName.replace(/\.[A-Za-z]{2,5}$/, ''),
      sheets: names.map((sheet, i) => ({ name: writable(sheet, i), rows: this.rows(db, found, { sheet, turns }) })),
      close: () => turns.close(),
    };
  }

  /** Names of the sheets that hold faulty rows, as they are kept, in the order of the file: verdicts come in that of the formats. */
  private async sheetsOf(db: Db, found: ImportView, bytes: Buffer): Promise<string[]> {
    const faulty = new Set<string>();
    for await (const { sheet } of this.faults(db, found.id)) faulty.add(sheet);
    const names = new Set((await namesOfSheets(bytes)).map(keptName));
    return [...names].filter((name) => faulty.has(name));
  }

  private async *rows(db: Db, found: ImportView, { sheet, turns }: { sheet: string; turns: SheetsInTurn }): AsyncGenerator<CellToWrite[]> {
    const faults = this.faults(db, found.id, sheet);
    let next = await faults.next();
    let written = 0;
    let width = 0;
    let header = false;
    try {
      for await (const rows of turns.of(sheet)) {
        for (const { row, part } of rows) {
          if (part === 'above' || (part === 'header' && !header)) {
            header = part === 'header';
            // What is mapped by its row must stand there again.
            for (; written < row.row - 1; written++) yield [];
            width = header ? Math.max(width, row.cells.length) : width;
            yield header ? [...padded(row, width), ...faultTitles] : row.cells.map(writtenCell);
            written++;
          } else if (!next.done && next.value.rowNo === row.row) {
            yield [...padded(row, width), row.row, reasonOf(next.value.faults)];
            next = await faults.next();
          }
          if (next.done) return;
        }
      }
    } finally {
      await faults.return(undefined);
    }
  }

  /** Faulty rows in their order, of one sheet or of all. */
  private async *faults(db: Db, id: number, sheet?: string) {
    for (let after = 0, full = true; full;) {
      const rows = await this.imports.rows(db, id, { verdict: 'faulty', after }, pageSize);
      for (const row of rows) if (sheet === undefined || row.sheet === sheet) yield row;
      full = rows.length === pageSize;
      after = rows.at(-1)?.position ?? after;
    }
  }
}

/** A name that a workbook may have. Files of other programs have others. */
function writable(name: string, place: number): string {
  const plain = [...name.replace(/[:\\/?*[\]\x00-\x1f]|^'+|'+$/g, '')].slice(0, 28).join('');
  return plain === '' || plain !== name ? `${plain}${place + 1}` : plain;
}

const writtenCell = (cell: Cell): CellToWrite => cell;
/** All cells under the titles, and the ones beyond them no more: there the reasons stand. */
const padded = ({ cells }: Row, width: number): CellToWrite[] => Array.from({ length: width }, (_, i) => cells[i] ?? null);
const reasonOf = (faults: readonly RowFault[]): string => faults.map((fault) => `${explainRowFault(fault).zh}。`).join('');
