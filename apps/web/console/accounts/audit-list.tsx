import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Listing } from '../parts/listing.tsx';
import { useListed } from '../parts/pages-of.ts';
import { moment } from '../parts/quantities.ts';
import { Empty } from '../parts/states.tsx';
import { type Column } from '../parts/table.tsx';
import { useMay } from '../session/me.ts';
import { pageOfNoun } from '../history/deed-words.ts';
import { DeedFacts } from '../history/deed-facts.tsx';
import { type AuditEntry, type AuditFilter, auditOf } from './questions.ts';
import { useDeedWords } from '../history/use-deed-words.ts';

/** Who did what to what, newest first. */
export function AuditList({ filter, onClear }: { filter: AuditFilter; onClear?: () => void }) {
  const { t } = useTranslation();
  const list = useListed(auditOf(filter));
  const words = useDeedWords();
  const columns: Column<AuditEntry>[] = [
    { key: 'at', title: t('history.at'), cell: ({ at }) => moment(at) },
    {
      key: 'who',
      title: t('history.who'),
      cell: ({ account, name }) => (account === null ? t('history.product') : <bdi title={account}>{name}</bdi>),
    },
    { key: 'did', title: t('history.did'), cell: ({ action }) => words.action(action) },
    { key: 'what', title: t('accounts.audit.what'), cell: (row) => <Subject of={row} /> },
    { key: 'facts', title: t('history.facts'), cell: ({ facts }) => <DeedFacts facts={facts} /> },
  ];
  return (
    <Listing
      label={t('accounts.audit.title')}
      list={list}
      columns={columns}
      rowKey={({ id }) => id}
      filtered={onClear !== undefined && Object.values(filter).some((value) => value !== undefined)}
      onClear={onClear}
      file={{
        name: t('accounts.audit.title'),
        columns: [
          [t('history.at'), ({ at }) => moment(at)],
          [t('accounts.field.account'), ({ account }) => account],
          [t('history.who'), ({ account, name }) => (account === null ? t('history.product') : name)],
          [t('history.did'), ({ action }) => words.action(action)],
          [t('accounts.audit.what'), ({ noun, nounId, label }) => `${words.noun(noun)} ${label ?? nounId}`],
          [t('history.facts'), ({ facts }) => facts.map((fact) => words.said(fact)).join('; ')],
        ],
      }}
      empty={<Empty title={t('accounts.audit.none')} />}
    />
  );
}

function Subject({ of: { noun, nounId, label } }: { of: AuditEntry }) {
  const words = useDeedWords();
  const may = useMay();
  const page = noun === 'user' && !may('accounts.read') ? undefined : pageOfNoun[noun];
  const said = (
    <>
      {words.noun(noun)} <bdi>{label ?? nounId}</bdi>
    </>
  );
  return page && /^\d+$/.test(nounId) ? <Link to={`${page}/${nounId}`}>{said}</Link> : said;
}
