import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sheetNames, sheetXml, type SheetToWrite } from './sheet-xml.js';
import { packageParts } from './package-xml.js';
import { zipOf, type PartToWrite } from './zip-writer.js';

/**
 * Writes a workbook as it is made and ends `target`; rows are asked for only as fast as it takes bytes.
 * The same rows give the same bytes. Text is always text: no cell can become a formula, now or when edited.
 *
 * @throws RangeError for what no workbook can hold: see `sheetXml` and `sheetNames`. The target is then destroyed, as it is when `rows` throws.
 */
export async function writeWorkbook(sheets: SheetToWrite[], target: Writable): Promise<void> {
  await pipeline(zipOf(partsOf(sheets)), target);
}

/** The same, held in memory: for small workbooks such as import templates. */
export async function workbookBuffer(sheets: SheetToWrite[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipOf(partsOf(sheets))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function partsOf(sheets: SheetToWrite[]): PartToWrite[] {
  const names = sheetNames(sheets);
  const worksheets = sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, text: sheetXml(sheet, i === 0) }));
  return [...packageParts(names), ...worksheets];
}
