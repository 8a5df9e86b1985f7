import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Shown } from '../../api/client.ts';
import { downloadCsv } from '../parts/csv.ts';
import { n } from '../parts/quantities.ts';
import { useSaid } from '../parts/states.tsx';

type Row = Shown<'FigureRowView'>;

/** All rows behind a number as a file, those not listed yet among them; a very long file ends with saying that it was cut. */
export function TakeRows({
  name,
  columns,
  read,
}: {
  name: string;
  columns: readonly (readonly [title: string, value: (row: Row) => string | number])[];
  read: () => Promise<{ items: Row[]; isCut: boolean }>;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const [isReading, setReading] = useState(false);
  const take = async (): Promise<void> => {
    setReading(true);
    try {
      const { items, isCut } = await read();
      const cut = t('figures.opened.cut', { shown: n(items.length) });
      downloadCsv(name, [
        columns.map(([title]) => title),
        ...items.map((row) => columns.map(([, value]) => value(row))),
        ...(isCut ? [[cut]] : []),
      ]);
      if (isCut) void message.warning(cut, 8);
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      setReading(false);
    }
  };
  return (
    <Button size="small" loading={isReading} onClick={() => void take()}>
      {t('figures.opened.csv')}
    </Button>
  );
}
