import { useTranslation } from 'react-i18next';
import { Tool } from './awaiting.tsx';
import { downloadCsv } from './csv.ts';
import { n } from './quantities.ts';
import css from './take-away.module.css';

type Value = string | number | null | undefined;

/** What stands on the page, to take away: as a file, which says how many rows of it were listed, and on paper. */
export function TakeAway<Row>({
  name,
  rows,
  columns,
}: {
  name: string;
  rows: readonly Row[];
  columns: readonly (readonly [title: string, value: (row: Row) => Value])[];
}) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  const csv = (): void =>
    downloadCsv(name, [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, value]) => value(row)))]);
  return (
    <span className={css.tools}>
      <Tool onPress={csv}>{t('all.csvRows', { shown: n(rows.length) })}</Tool>
      <Tool onPress={() => window.print()}>{t('all.print')}</Tool>
    </span>
  );
}
