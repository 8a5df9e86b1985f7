const MIB = 1024 * 1024;

/** What one file may ask of us. Counted while reading; a size that a header states is never believed. */
export interface WorkbookLimits {
  /** Rows in which something stands, over all sheets. */
  rows: number;
  /** The last column in which something may stand. */
  columns: number;
  /** Characters of one cell. */
  cellLength: number;
  /** Entries of the shared string table … */
  sharedStrings: number;
  /** … and its characters together: this table is the one thing held in memory whole. */
  sharedLength: number;
  /** Inflated bytes of all parts that are read. */
  bytes: number;
  /** Inflated over deflated bytes of one part, looked at after `ratioFrom` bytes: real sheets stay below 100, deflate reaches 1,032. */
  ratio: number;
  ratioFrom: number;
  /** Files in the zip. */
  entries: number;
  /** Visible sheets. */
  sheets: number;
  /** Nesting of XML elements. Real workbooks stay below 20. */
  depth: number;
  /** Bytes of one text, one tag with its attributes, or one comment. */
  token: number;
}

export const DEFAULT_LIMITS: WorkbookLimits = {
  rows: 200_000,
  columns: 64,
  cellLength: 2_000,
  sharedStrings: 1_000_000,
  sharedLength: 32 * MIB,
  bytes: 512 * MIB,
  ratio: 200,
  ratioFrom: 16 * MIB,
  entries: 10_000,
  sheets: 256,
  depth: 64,
  token: MIB,
};

/** What Excel itself allows on a sheet; no row number beyond it is a row. */
export const EXCEL_ROWS = 1_048_576;
export const EXCEL_COLUMNS = 16_384;
export const EXCEL_CELL_LENGTH = 32_767;
