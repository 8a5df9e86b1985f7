/** Why a file was not read to its end. Stable: callers match on these. */
export type WorkbookFaultCode =
  | 'notAWorkbook' // not a zip, not an Excel workbook, or a damaged one
  | 'oldFormat' // .xls or .xlsb: to be saved again as .xlsx
  | 'passwordProtected'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'tooManyStrings'
  | 'cellTooLong'
  | 'malformedXml'
  | 'doctype'
  | 'noSheet'; // no visible worksheet

/** Where it stands, as Excel counts (from 1), and the limit that was passed, as far as known. */
export interface FaultPlace {
  sheet?: string;
  row?: number;
  column?: number;
  limit?: number;
}

/** The only error that the content of a file can cause; anything else is the disk's fault or ours. */
export class WorkbookFault extends Error {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  readonly limit?: number;

  /** `detail` is for the log, in English; it may quote the file and is never shown to a user. */
  constructor(
    readonly code: WorkbookFaultCode,
    detail: string,
    place: FaultPlace = {},
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
    this.name = 'WorkbookFault';
    this.sheet = place.sheet;
    this.row = place.row;
    this.column = place.column;
    this.limit = place.limit;
  }

  /** The same fault, with what only the caller knew; what is already known stays. */
  at(place: FaultPlace): WorkbookFault {
    const { sheet, row, column, limit } = this;
    const known = Object.fromEntries(Object.entries({ sheet, row, column, limit }).filter(([, v]) => v !== undefined));
    return new WorkbookFault(this.code, this.message.slice(this.code.length + 2), { ...place, ...known }, { cause: this.cause });
  }
}
