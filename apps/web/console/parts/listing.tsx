import { Button } from 'antd';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CsvColumns } from './csv.ts';
import css from './listing.module.css';
import { type PagesOf } from './pages-of.ts';
import { n } from './quantities.ts';
import { Empty, Fault, Skeleton } from './states.tsx';
import { type Column, Table } from './table.tsx';
import { TakeList } from './take-away.tsx';

/** The filters of a list, in one row above it. */
export function Filters({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={`${css.filters} offPaper`} role="search" aria-label={t('all.filters')}>
      {children}
    </div>
  );
}

interface Props<Row> {
  label: string;
  list: PagesOf<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Whether filters narrow the list: then nothing found is no empty register. */
  filtered: boolean;
  onClear?: () => void;
  /** What this page will show, and the one next step. */
  empty: ReactNode;
  /** What it is called and holds as a file; a list whose page has a place for it leaves it out. */
  file?: { name: string; columns: CsvColumns<Row> };
}

/** A list in all its states: asked for, failed, empty, nothing found, some of it, all of it. */
export function Listing<Row>({ label, list, columns, rowKey, filtered, onClear, empty, file }: Props<Row>) {
  const { t } = useTranslation();
  if (list.isPending) return <Skeleton rows={10} />;
  if (list.isError && list.rows.length === 0) return <Fault problem={list.error} again={() => void list.refetch()} />;
  if (list.rows.length === 0)
    return filtered ? (
      <Empty title={t('all.noResult')} next={onClear && <Button onClick={onClear}>{t('all.clear')}</Button>}>
        {t('all.noResultHint')}
      </Empty>
    ) : (
      <>{empty}</>
    );
  return (
    <div>
      {file && (
        <div className={`${css.take} offPaper`}>
          <TakeList {...file} list={list} />
        </div>
      )}
      <Table label={label} columns={columns} rows={list.rows} rowKey={rowKey} />
      {list.hasNextPage && <p className="onPaper">{t('all.cutOnPaper', { shown: n(list.rows.length) })}</p>}
      {list.isError && <Fault problem={list.error} again={() => void list.fetchNextPage()} />}
      <div className={`${css.end} offPaper`}>
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('all.moreRows')}
          </Button>
        )}
        <span className="note">
          {t('all.pages', { count: list.rows.length, shown: n(list.rows.length) })}
          {!list.hasNextPage && ` · ${t('all.last')}`}
        </span>
      </div>
    </div>
  );
}
