import { cx } from './class-names.ts';
import { type Column } from './column.ts';
import { TableRows, useWidths } from './table-rows.tsx';
import css from './table.module.css';

export { type Column } from './column.ts';

interface Props<Row> {
  /** What the table is, for who does not see it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  foot?: boolean;
  /** Kept as a table on a phone, to be pushed sideways: where columns are compared with each other. */
  stays?: boolean;
}

/** One table for all pages: numbers to the right; on a phone each row becomes labels and values. */
export function Table<Row>({ label, columns, rows, rowKey, foot = false, stays = false }: Props<Row>) {
  const { head, widths } = useWidths(rows.length, columns.length);
  return (
    <div className={css.wrap} tabIndex={stays ? 0 : undefined} role={stays ? 'region' : undefined} aria-label={stays ? label : undefined}>
      <table className={cx(css.table, !stays && css.cards, widths && css.fixed)} aria-rowcount={rows.length + 1}>
        <caption className="unseen">{label}</caption>
        {widths && (
          <colgroup>
            {widths.map((width, place) => (
              // A column is its place.
              <col key={place} style={{ width }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr ref={head}>
            {columns.map(({ key, title, right, width, offPaper }) => (
              <th key={key} scope="col" className={cx(right && css.right, offPaper && 'offPaper')} style={width ? { width } : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <TableRows columns={columns} rows={rows} rowKey={rowKey} />
        {foot && (
          <tfoot>
            <tr>
              {columns.map(({ key, title, foot: last, right }, place) =>
                place === 0 ? (
                  <th key={key} scope="row">
                    {last}
                  </th>
                ) : (
                  <td key={key} data-label={title} className={cx(right && css.right, last === undefined && css.blank)}>
                    {last}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
