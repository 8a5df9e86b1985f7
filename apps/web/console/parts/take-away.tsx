import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tool } from './awaiting.tsx';
import { type CsvColumns, useCsv } from './csv.ts';
import { type PagesOf, readOn } from './pages-of.ts';
import { n } from './quantities.ts';
import { useSaid } from './states.tsx';
import css from './take-away.module.css';

interface Props<Row> {
  name: string;
  columns: CsvColumns<Row>;
}

/** What stands on the page, to take away: as a file and on paper. */
export function TakeAway<Row>({ name, rows, columns }: Props<Row> & { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const download = useCsv();
  if (rows.length === 0) return null;
  return (
    <span className={css.tools}>
      <Tool onPress={() => download(name, tableOf(columns, rows))}>{t('all.csvRows', { count: rows.length, shown: n(rows.length) })}</Tool>
      <Tool onPress={() => window.print()}>{t('all.print')}</Tool>
    </span>
  );
}

/** A whole list to take away: what is not listed yet is listed first, as far as one list goes; where it goes on, the file and the paper say so. */
export function TakeList<Row>({ name, list, columns }: Props<Row> & { list: PagesOf<Row> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const download = useCsv();
  const [isReading, setReading] = useState(false);
  /** What to hand over once so many pages are on the page. */
  const [ready, setReady] = useState<{ what: 'csv' | 'print'; pages: number }>();
  const stopped = useRef(false);
  const { rows, hasNextPage } = list;
  const shown = n(rows.length);
  useEffect(() => {
    if (!ready || (list.data?.pages.length ?? 0) < ready.pages) return;
    setReady(undefined);
    if (ready.what === 'print') window.print();
    else download(name, [...tableOf(columns, rows), ...(hasNextPage ? [[t('all.cut', { shown })]] : [])]);
  });
  const take = async (what: 'csv' | 'print'): Promise<void> => {
    stopped.current = false;
    setReading(true);
    try {
      const pages = await readOn(list, stopped);
      if (!stopped.current) setReady({ what, pages });
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      setReading(false);
    }
  };
  if (rows.length === 0) return null;
  if (isReading)
    return (
      <span className={css.tools} role="status">
        {t('all.listing', { shown })}
        <button type="button" onClick={() => (stopped.current = true)}>
          {t('all.stop')}
        </button>
      </span>
    );
  return (
    <span className={css.tools}>
      <button type="button" onClick={() => void take('csv')}>
        {hasNextPage ? t('all.csvAll') : t('all.csvRows', { count: rows.length, shown })}
      </button>
      <button type="button" onClick={() => void take('print')}>
        {t('all.print')}
      </button>
    </span>
  );
}

const tableOf = <Row,>(columns: CsvColumns<Row>, rows: readonly Row[]) => [
  columns.map(([title]) => title),
  ...rows.map((row) => columns.map(([, value]) => value(row))),
];
