import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Shown } from '../../api/client.ts';
import '../accounts/words.ts';
import { DeedFacts } from '../history/deed-facts.tsx';
import { useDeedWords } from '../history/use-deed-words.ts';
import '../history/words.ts';
import '../me/words.ts';
import { moment } from '../parts/quantities.ts';
import { Empty, Fault, Skeleton } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { lastDeeds } from './questions.ts';

/** The last of what was done, or of what was done to one noun. In a file of its own, with the words of all deeds: few readers see it. */
export function LastDeeds({ noun, label }: { noun?: string; label: string }) {
  const { t } = useTranslation();
  const words = useDeedWords();
  const asked = useQuery(lastDeeds(noun));
  const columns: Column<Shown<'AuditEntryView'>>[] = [
    { key: 'at', title: t('history.at'), cell: ({ at }) => moment(at) },
    { key: 'who', title: t('history.who'), cell: ({ account, name }) => (account === null ? t('history.product') : <bdi>{name}</bdi>) },
    { key: 'did', title: t('history.did'), cell: ({ action, nounId }) => `${words.action(action)} ${nounId}` },
    { key: 'facts', title: t('history.facts'), cell: ({ facts }) => <DeedFacts facts={facts} /> },
  ];
  if (asked.isError) return <Fault problem={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return <Skeleton />;
  if (asked.data.items.length === 0) return <Empty title={t('accounts.audit.none')} />;
  return <Table label={label} columns={columns} rows={asked.data.items} rowKey={({ id }) => id} />;
}
