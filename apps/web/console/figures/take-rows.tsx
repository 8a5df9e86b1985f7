import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Shown } from '../../api/client.ts';
import { type CsvColumns, useCsv } from '../parts/csv.ts';
import { PaperFoot, PrintedAlone } from '../parts/paper.tsx';
import { n } from '../parts/quantities.ts';
import { useSaid } from '../parts/states.tsx';
import { Table } from '../parts/table.tsx';
import { usePrinting } from '../parts/table-rows.tsx';
import css from './figures.module.css';

type Row = Shown<'FigureRowView'>;
interface Taken {
  items: readonly Row[];
  isCut: boolean;
}

interface Props {
  name: string;
  /** The number and what it is of, as they are printed above its rows. */
  title: string;
  head: string;
  columns: CsvColumns<Row>;
  /** The rows that are listed, which is what the browser's own printing prints. */
  listed: Taken;
  read: (told: (rows: number) => void) => Promise<Taken>;
}

/** All rows behind a number as a file and on paper, those not listed yet among them; where there are very many, it says that it was cut. */
export function TakeRows({ name, title, head, columns, listed, read }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const download = useCsv();
  const isPrinting = usePrinting();
  const [has, setHas] = useState<number>();
  const [toPrint, setToPrint] = useState<Taken>();
  useEffect(() => {
    if (!toPrint) return;
    window.print();
    setToPrint(undefined);
  }, [toPrint]);
  const take = async (then: (taken: Taken) => void): Promise<void> => {
    setHas(0);
    try {
      then(await read(setHas));
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      setHas(undefined);
    }
  };
  const save = ({ items, isCut }: Taken): void => {
    const cut = t('figures.opened.cut', { shown: n(items.length) });
    download(name, [
      columns.map(([title]) => title),
      ...items.map((row) => columns.map(([, value]) => value(row))),
      ...(isCut ? [[cut]] : []),
    ]);
    if (isCut) void message.warning(cut, 8);
  };
  const printed = toPrint ?? listed;
  // Heads and sessions are nobody's in particular: a column without a word is not printed.
  const told = columns.filter(([, value]) => printed.items.some((row) => value(row) !== ''));
  return (
    <span className={css.take}>
      <Button size="small" disabled={has !== undefined} onClick={() => void take(save)}>
        {t('figures.opened.csv')}
      </Button>
      <Button size="small" disabled={has !== undefined} onClick={() => void take(setToPrint)}>
        {t('figures.opened.print')}
      </Button>
      {has !== undefined && (
        <span className="note" role="status">
          {t('all.listing', { shown: n(has) })}
        </span>
      )}
      {isPrinting && (
        <PrintedAlone title={title} head={head}>
          <Table
            label={title}
            columns={told.map(([word, value], place) => ({
              key: word,
              title: word,
              right: place === told.length - 1,
              cell: (row: Row & { place: number }) => {
                const held = value(row);
                return typeof held === 'number' ? n(held) : held;
              },
            }))}
            rows={printed.items.map((row, place) => ({ ...row, place }))}
            rowKey={({ place }) => String(place)}
          />
          {printed.isCut && <p>{t('all.cutOnPaper', { shown: n(printed.items.length) })}</p>}
          <PaperFoot>{t('figures.onPaper')}</PaperFoot>
        </PrintedAlone>
      )}
    </span>
  );
}
