import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../parts/page.tsx';
import { useListed } from '../parts/pages-of.ts';
import { Fault } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/me.ts';
import { MergeSheet } from './merge-sheet.tsx';
import css from './people.module.css';
import { mergedInto, type Person, type Twin, twinsOf } from './questions.ts';
import { UnmergeSheet } from './unmerge-sheet.tsx';
import { listed } from '../parts/quantities.ts';

/** Other records that may be the same person, and those that are known to be. */
export function Twins({ person }: { person: Person }) {
  const { t } = useTranslation();
  const may = useMay();
  const canMerge = may('people.merge');
  const twins = useQuery(twinsOf(person.id));
  const merged = useListed(mergedInto(person.id));
  const [other, setOther] = useState<Person | 'unknown'>();
  const columns: Column<Twin>[] = [
    { key: 'name', title: t('people.name'), cell: ({ person: one }) => <Link to={`/people/${one.id}`}>{one.name}</Link> },
    { key: 'unit', title: t('all.unit'), cell: ({ person: one }) => one.unit },
    { key: 'born', title: t('people.born'), cell: ({ person: one }) => one.born },
    { key: 'phone', title: t('people.phone'), cell: ({ person: one }) => one.phoneLast4 && `…${one.phoneLast4}` },
    {
      key: 'signs',
      title: t('people.twins.signs'),
      cell: ({ signs }) => listed(signs.map((sign) => t(`people.twins.sign.${sign}`))),
    },
    ...(canMerge
      ? [
          {
            key: 'merge',
            title: '',
            cell: ({ person: one }: Twin) => (
              <button type="button" className={css.plain} onClick={() => setOther(one)}>
                {t('people.twins.merge')}
              </button>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="offPaper">
      <Section
        title={t('people.twins.title')}
        note={t('people.twins.note')}
        tools={canMerge && <button onClick={() => setOther('unknown')}>{t('people.twins.other')}</button>}
      >
        {twins.isError && <Fault problem={twins.error} again={() => void twins.refetch()} />}
        {twins.data?.length === 0 && <p className="soft">{t('people.twins.none')}</p>}
        {twins.data && twins.data.length > 0 && (
          <Table label={t('people.twins.title')} columns={columns} rows={twins.data} rowKey={({ person: one }) => one.id} />
        )}
        {merged.rows.length > 0 && <MergedFrom records={merged.rows} />}
      </Section>
      {other && <MergeSheet person={person} other={other === 'unknown' ? undefined : other} onClose={() => setOther(undefined)} />}
    </div>
  );
}

function MergedFrom({ records }: { records: readonly Person[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className={css.subhead}>
        {t('people.twins.from')} <span className="note">{t('people.twins.fromNote')}</span>
      </h3>
      <Table
        label={t('people.twins.from')}
        rows={records}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('people.name'), cell: (one) => <Link to={`/people/${one.id}`}>{one.name}</Link> },
          { key: 'unit', title: t('all.unit'), cell: (one) => one.unit },
          { key: 'born', title: t('people.born'), cell: (one) => one.born },
          { key: 'code', title: t('all.code'), cell: (one) => one.code },
          { key: 'back', title: '', cell: (one) => <TakeBack person={one} plain /> },
        ]}
      />
    </>
  );
}

/** The way back from a merge. */
export function TakeBack({ person, plain = false }: { person: Person; plain?: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!may('people.merge')) return null;
  return (
    <>
      {plain ? (
        <button type="button" className={css.plain} onClick={() => setAsking(true)}>
          {t('people.twins.unmerge')}
        </button>
      ) : (
        <Button onClick={() => setAsking(true)}>{t('people.twins.unmerge')}</Button>
      )}
      {asking && <UnmergeSheet person={person} onClose={() => setAsking(false)} />}
    </>
  );
}
