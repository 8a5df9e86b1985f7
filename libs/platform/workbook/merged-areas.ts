import { DEFAULT_LIMITS, type WorkbookLimits } from './limits.js';
import { readXml, type XmlListener } from './read-xml.js';
import { columnOf } from './sheet-rows.js';
import { wholeStretches } from './whole-stretches.js';
import { WorkbookFault } from './workbook-fault.js';
import { findParts } from './workbook-parts.js';
import type { WorkbookSource } from './workbook-source.js';
import type { XmlAttributes } from './xml-tokens.js';
import { ZipEntries } from './zip-entries.js';

/** Cells merged into one over several rows. A person sees its value in each of them, the file holds it in the first only. From 1. */
export interface MergedArea {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The areas of one sheet that are higher than a row. */
export class MergedAreas {
  /** By column, from the top. */
  readonly #columns = new Map<number, MergedArea[]>();

  /** Sound files hold no overlapping areas; of those that do, the upper goes before. */
  constructor(areas: readonly MergedArea[], columns: number) {
    for (const area of [...areas].sort((a, b) => a.top - b.top)) {
      for (let column = area.left; column <= Math.min(area.right, columns); column++) {
        const there = this.#columns.get(column) ?? [];
        if (there.length === 0 || there.at(-1)!.bottom < area.top) there.push(area);
        this.#columns.set(column, there);
      }
    }
  }

  /** The area in which the cell lies. */
  around(row: number, column: number): MergedArea | undefined {
    const areas = this.#columns.get(column) ?? [];
    let [from, to] = [0, areas.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (areas[middle]!.bottom < row) from = middle + 1;
      else to = middle;
    }
    const area = areas[from];
    return area && area.top <= row ? area : undefined;
  }
}

/** More of them than this is no sheet that a person made. */
const mostAreas = 100_000;

/**
 * The merged areas of each visible sheet that has some. They stand behind the rows in the file: hence a reading of their own.
 * @throws WorkbookFault
 */
export async function readMergedAreas(source: WorkbookSource, limits: Partial<WorkbookLimits> = {}): Promise<Map<string, MergedAreas>> {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  if (!(await mayBeMerged(source, bounds))) return new Map();
  const zip = await ZipEntries.open(source, bounds);
  try {
    const sheets = new Map<string, MergedArea[]>();
    const { sheets: parts } = await findParts(zip, bounds);
    for (const { name, part } of parts) {
      const listener = new MergeListener(bounds);
      await readXml(zip.read(part), listener, bounds).catch((error: unknown) => {
        throw error instanceof WorkbookFault ? error.at({ sheet: name }) : error;
      });
      if (listener.areas.length > 0) sheets.set(name, [...(sheets.get(name) ?? []), ...listener.areas]);
    }
    return new Map([...sheets].map(([name, areas]) => [name, new MergedAreas(areas, bounds.columns)]));
  } finally {
    await zip.close();
  }
}

/**
 * Whether the name of the element stands anywhere in a visible sheet. XML has no other way to write a name, so that a sheet without it
 * need not be read for what lies behind its rows: most lists, and the long ones, have no merged cells.
 */
async function mayBeMerged(source: WorkbookSource, bounds: WorkbookLimits): Promise<boolean> {
  const zip = await ZipEntries.open(source, bounds);
  try {
    for (const { part } of (await findParts(zip, bounds)).sheets) {
      for await (const bytes of wholeStretches(zip.read(part), longest)) if (names.some((name) => bytes.includes(name))) return true;
    }
    return false;
  } finally {
    await zip.close();
  }
}

/** As a sheet in UTF-8 has it, and in UTF-16 of either order of bytes. */
const names = [Buffer.from('mergeCell'), Buffer.from('mergeCell', 'utf16le'), Buffer.from('mergeCell', 'utf16le').swap16()];
const longest = 2 * 'mergeCell'.length;

/** Listens to worksheet/mergeCells/mergeCell. */
class MergeListener implements XmlListener {
  readonly areas: MergedArea[] = [];
  #inMerges = false;
  #depth = 0;

  constructor(private readonly limits: WorkbookLimits) {}

  open(name: string, depth: number, attributes: XmlAttributes): void {
    this.#depth = depth;
    if (depth === 2) this.#inMerges = name === 'mergeCells';
    else if (depth === 3 && this.#inMerges && name === 'mergeCell') this.#add(attributes.get('ref') ?? '');
  }

  close(_name: string, depth: number): void {
    this.#depth = depth - 1;
  }

  /** As the reading of the rows would call it. */
  endless(): WorkbookFault {
    if (this.#depth < 4) return new WorkbookFault('tooLarge', 'one XML token without end');
    return new WorkbookFault('cellTooLong', 'a text too long for a cell', { limit: this.limits.cellLength });
  }

  #add(reference: string): void {
    const [, left, top, right, bottom] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
    if (!left || !right || Number(bottom) <= Number(top)) return;
    this.areas.push({ top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) });
    if (this.areas.length > mostAreas) throw new WorkbookFault('tooLarge', 'too many merged cells', { limit: mostAreas });
  }
}
