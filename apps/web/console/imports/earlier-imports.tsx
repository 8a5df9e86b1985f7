import { Select } from 'antd';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ImportKind, importKinds } from '#contract';
import { useAddress } from '../parts/address.ts';
import { Filters, Listing } from '../parts/listing.tsx';
import { moment, n } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import css from './imports.module.css';
import { type Import, type Kind, reach, type State, useImports } from './questions.ts';
import { StateMark } from './state-mark.tsx';

const states: readonly State[] = ['checking', 'checked', 'applying', 'applied', 'reverting', 'reverted', 'cancelled', 'failed'];

/** What was written of it, also where it was taken back since; nothing is said of what may still be written. */
function written(one: Import, t: TFunction): string {
  const { rows, state } = one;
  if (state === 'checked' || state === 'checking' || state === 'applying') return n(null);
  return { whole: n(rows.create + rows.update), part: t('imports.upTo', { done: n(rows.done) }), none: n(0) }[reach(one)];
}

/** What was imported for the reader's units, newest first. */
export function EarlierImports({ kinds }: { kinds: readonly Kind[] }) {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const kind = importKinds.find((one) => one === get('kind'));
  const state = states.find((one) => one === get('state'));
  const list = useImports({ kind, state });
  const columns: Column<Import>[] = [
    {
      key: 'file',
      title: t('imports.column.file'),
      cell: ({ id, fileName }) => (
        <Link className={css.name} to={`/imports/${id}`}>
          <bdi>{fileName}</bdi>
        </Link>
      ),
    },
    { key: 'kind', title: t('imports.column.kind'), cell: ({ kind: of }) => t(`domain.importKind.${of as ImportKind}`) },
    { key: 'state', title: t('all.state'), cell: (one) => <StateMark of={one} /> },
    { key: 'rows', title: t('imports.column.rows'), right: true, cell: ({ rows }) => n(rows.total) },
    { key: 'written', title: t('imports.column.written'), right: true, cell: (one) => written(one, t) },
    { key: 'faulty', title: t('imports.verdict.faulty'), right: true, cell: ({ rows }) => n(rows.faulty) },
    { key: 'by', title: t('imports.column.by'), cell: ({ sentBy }) => <bdi>{sentBy ?? t('imports.product')}</bdi> },
    { key: 'at', title: t('imports.column.at'), cell: ({ createdAt }) => moment(createdAt) },
  ];
  const choose = <T extends string>(any: string, all: readonly T[], word: (one: T) => string) => [
    { value: '', label: any },
    ...all.map((one) => ({ value: one as string, label: word(one) })),
  ];
  return (
    <>
      <Filters>
        <Select
          aria-label={t('imports.column.kind')}
          style={{ width: 160 }}
          value={kind ?? ''}
          options={choose(
            t('imports.anyKind'),
            kinds.map((one) => one.kind as ImportKind),
            (one) => t(`domain.importKind.${one}`),
          )}
          onChange={(value: string) => set({ kind: value || undefined })}
        />
        <Select
          aria-label={t('all.state')}
          style={{ width: 140 }}
          value={state ?? ''}
          options={choose(t('imports.anyState'), states, (one) => t(`imports.state.${one}`))}
          onChange={(value: string) => set({ state: value || undefined })}
        />
      </Filters>
      <Listing
        label={t('imports.earlier')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        filtered={kind !== undefined || state !== undefined}
        onClear={() => set({ kind: undefined, state: undefined })}
        file={{
          name: t('imports.earlier'),
          columns: [
            [t('imports.column.file'), ({ fileName }) => fileName],
            [t('imports.column.kind'), ({ kind: of }) => t(`domain.importKind.${of as ImportKind}`)],
            [t('all.state'), ({ state: of }) => t(`imports.state.${of}`)],
            [t('imports.column.rows'), ({ rows }) => rows.total],
            [t('imports.column.written'), (one) => written(one, t)],
            [t('imports.verdict.faulty'), ({ rows }) => rows.faulty],
            [t('imports.column.by'), ({ sentBy }) => sentBy ?? t('imports.product')],
            [t('imports.column.at'), ({ createdAt }) => moment(createdAt)],
          ],
        }}
        empty={<Empty title={t('imports.none')}>{t('imports.noneHint')}</Empty>}
      />
    </>
  );
}
