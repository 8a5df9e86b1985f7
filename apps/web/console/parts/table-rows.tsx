import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { cx } from './class-names.ts';
import { type Column } from './column.ts';
import css from './table.module.css';

/** Beyond this many rows those far from view are only room: a table of thousands scrolls as one of hundreds. */
const many = 300;
/** So many rows come and go together. */
const together = 100;

interface Rows<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

export function TableRows<Row>({ columns, rows, rowKey }: Rows<Row>) {
  const isPrinting = usePrinting();
  if (rows.length <= many || isPrinting)
    return (
      <tbody>
        {rows.map((row) => (
          <TableRow key={rowKey(row)} columns={columns} row={row} />
        ))}
      </tbody>
    );
  const parts = Array.from({ length: Math.ceil(rows.length / together) }, (_, part) => rows.slice(part * together, (part + 1) * together));
  return parts.map((part) => <Part key={rowKey(part[0]!)} columns={columns} rows={part} rowKey={rowKey} />);
}

/** Rows while they are within a few screens of view, as high a room as they took when they are not. */
function Part<Row>({ columns, rows, rowKey }: Rows<Row>) {
  const ref = useRef<HTMLTableSectionElement>(null);
  const [room, setRoom] = useState<number>();
  useEffect(() => {
    const watch = new IntersectionObserver(([seen]) => setRoom(seen!.isIntersecting ? undefined : seen!.boundingClientRect.height), {
      rootMargin: '1600px 0px',
    });
    watch.observe(ref.current!);
    return () => watch.disconnect();
  }, []);
  return (
    <tbody ref={ref}>
      {room === undefined ? (
        rows.map((row) => <TableRow key={rowKey(row)} columns={columns} row={row} />)
      ) : (
        <tr aria-hidden="true">
          <td colSpan={columns.length} style={{ height: room, padding: 0, border: 0 }} />
        </tr>
      )}
    </tbody>
  );
}

function TableRow<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return (
    <tr>
      {columns.map(({ key, title, cell, right, offPaper }, place) => {
        const held = cell(row);
        const name = cx(right && css.right, (held === null || held === undefined) && css.blank, offPaper && 'offPaper');
        return place === 0 ? (
          <th key={key} scope="row" className={name}>
            {held}
          </th>
        ) : (
          <td key={key} data-label={title} className={name}>
            {held}
          </td>
        );
      })}
    </tr>
  );
}

/** Columns keep the widths they had when the table grew long: rows that come and go do not push them about. */
export function useWidths(rows: number, columns: number) {
  const head = useRef<HTMLTableRowElement>(null);
  const [widths, setWidths] = useState<readonly number[]>();
  const isLong = rows > many;
  useLayoutEffect(() => {
    setWidths(isLong ? [...head.current!.cells].map((cell) => cell.offsetWidth) : undefined);
  }, [isLong, columns]);
  return { head, widths: widths?.length === columns ? widths : undefined };
}

let isPrinting = false;
/** Paper shows every row: they are there before the printer looks. */
export const usePrinting = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const told = (event: Event): void => {
        isPrinting = event.type === 'beforeprint';
        flushSync(listener);
      };
      window.addEventListener('beforeprint', told);
      window.addEventListener('afterprint', told);
      return () => {
        window.removeEventListener('beforeprint', told);
        window.removeEventListener('afterprint', told);
      };
    },
    () => isPrinting,
  );
