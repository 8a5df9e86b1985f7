export { DEFAULT_LIMITS, type WorkbookLimits } from './limits.js';
export { type MergedAreas, readMergedAreas } from './merged-areas.js';
export { aboutHowManyRows, firstRows, namesOfSheets, type SheetTop } from './first-rows.js';
export { readRows, readRowsTogether } from './read-rows.js';
export type { Cell, Row } from './sheet-rows.js';
export type { CellToWrite, SheetToWrite } from './sheet-xml.js';
export { WorkbookFault, type FaultPlace, type WorkbookFaultCode } from './workbook-fault.js';
export type { WorkbookSource } from './workbook-source.js';
export { workbookBuffer, writeWorkbook } from './write-workbook.js';
