import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { FileStore } from '#platform/files';
import { Refusal } from '#platform/refusal';
import { type Cell, firstRows, type Row, type SheetTop, WorkbookFault } from '#platform/workbook';
import { cellText } from './cell-text.js';
import { guessMapping } from './guess-layout.js';
import { ImportContent } from './import-content.js';
import { ImportReadingRepository, type RememberedMapping } from './import-reading.repository.js';
import { type SheetFormat } from './importer.js';
import { ImporterRegistry } from './importer-registry.js';
import { bestLayout, formatsFor } from './sheet-header.js';
import { headerPrint, type SheetMapping } from './sheet-mapping.js';

/** Where the mapping of a sheet comes from: said for this file, found by its titles, said for an earlier file, or only guessed. */
export type MappingOrigin = 'told' | 'found' | 'remembered' | 'guessed' | 'none';

export interface SheetShown {
  name: string;
  rows: { row: number; cells: string[] }[];
  mapping: SheetMapping | null;
  origin: MappingOrigin;
}

const rowsShown = 20;
const sheetsShown = 12;
const longestCell = 60;
const headerWithin = 10;

/** The top of each sheet of an import's file, with the way its columns are read or might be. Refusals: notFound, forbidden, notAWorkbook. */
@Injectable()
export class ShowImportSheets {
  constructor(
    private readonly transactions: Transactions,
    private readonly content: ImportContent,
    private readonly files: FileStore,
    private readonly registry: ImporterRegistry,
    private readonly readings: ImportReadingRepository,
  ) {}

  async run(ctx: Context, { id }: { id: number }): Promise<SheetShown[]> {
    const db = this.transactions.read;
    const found = await this.content.open(db, ctx, id);
    const { sheets: formats } = this.registry.of(found.kind);
    const { mapping } = await this.readings.one(db, id);
    const tops = (await readable(firstRows(await this.files.readWhole(db, found.fileId), rowsShown))).slice(0, sheetsShown);
    const prints = new Map(tops.flatMap(({ rows }) => rows.map((row) => [row, headerPrint(row.cells)] as const)));
    const known = await this.readings.remembered(db, found.kind, found.scopePaths, [...prints.values()]);
    const before = (row: Row): RememberedMapping | undefined => known.get(prints.get(row)!.toString('hex'));
    return tops.map((top) => ({ ...shown(top), ...wayOf(top, formats, { mapping: mapping ?? [], before }) }));
  }
}

async function readable(tops: Promise<SheetTop[]>): Promise<SheetTop[]> {
  try {
    return await tops;
  } catch (fault) {
    throw fault instanceof WorkbookFault ? new Refusal('notAWorkbook', { fault: fault.code }) : fault;
  }
}

function wayOf(
  { name, rows }: SheetTop,
  formats: readonly SheetFormat[],
  { mapping, before }: { mapping: readonly SheetMapping[]; before: (row: Row) => RememberedMapping | undefined },
): Pick<SheetShown, 'mapping' | 'origin'> {
  const told = mapping.find((one) => one.sheet === name);
  if (told) return { mapping: told, origin: 'told' };
  for (const row of rows.filter((one) => one.row <= headerWithin)) {
    const layout = bestLayout(row.cells, formatsFor(name, formats).formats);
    if (!layout) continue;
    const columns = layout.columns.map(({ column, index }) => ({ key: column.key, column: index + 1 }));
    return { mapping: { sheet: name, format: layout.format.name, headerRow: row.row, columns }, origin: 'found' };
  }
  for (const row of rows) {
    const remembered = before(row);
    if (remembered && formats.some(({ name: known }) => known === remembered.format))
      return { mapping: { sheet: name, headerRow: row.row, ...remembered }, origin: 'remembered' };
  }
  const guessed = guessMapping(name, rows, formats);
  return guessed ? { mapping: guessed, origin: 'guessed' } : { mapping: null, origin: 'none' };
}

const short = (cell: Cell): string => [...cellText(cell).normalize('NFKC')].slice(0, longestCell).join('');
const shown = ({ name, rows }: SheetTop): Pick<SheetShown, 'name' | 'rows'> => ({
  name,
  rows: rows.map((row) => ({ row: row.row, cells: row.cells.map(short) })),
});
