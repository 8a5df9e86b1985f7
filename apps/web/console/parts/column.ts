import { type ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  title: string;
  /** What stands in the cell; nothing at all is left out on a phone. */
  cell: (row: Row) => ReactNode;
  /** The cell of the last row. */
  foot?: ReactNode;
  right?: boolean;
  /** What can only be pressed is not printed. */
  offPaper?: boolean;
  width?: string;
}
