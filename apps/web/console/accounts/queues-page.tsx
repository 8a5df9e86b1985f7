import { useTranslation } from 'react-i18next';
import { type Shown } from '../../api/client.ts';
import { Page } from '../parts/page.tsx';
import { moment, n } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { AccountTabs } from './account-tabs.tsx';
import css from './accounts.module.css';
import { useQueues } from './questions.ts';
import { zh } from './words.ts';

type Job = Shown<'QueueView'>;
const isKnown = (job: string): job is keyof typeof zh.queues.job => Object.hasOwn(zh.queues.job, job);

/** How the work behind stands; nothing can be pressed here. */
export function QueuesPage() {
  const { t } = useTranslation();
  const asked = useQueues();
  const name = (job: string): string => (isKnown(job) ? t(`accounts.queues.job.${job}`) : job);
  const board = asked.data;
  const columns: Column<Job>[] = [
    { key: 'job', title: t('accounts.queues.work'), cell: ({ job }) => name(job) },
    { key: 'waiting', title: t('accounts.queues.waiting'), right: true, cell: ({ waiting }) => n(waiting) },
    { key: 'active', title: t('accounts.queues.active'), right: true, cell: ({ active }) => n(active) },
    {
      key: 'failed',
      title: t('accounts.queues.failed'),
      right: true,
      cell: ({ failed }) => <span className={failed > 0 ? css.needs : undefined}>{n(failed)}</span>,
    },
    { key: 'delayed', title: t('accounts.queues.delayed'), right: true, cell: ({ delayed }) => n(delayed) },
    { key: 'facts', title: t('accounts.queues.facts'), right: true, cell: ({ facts }) => n(facts) },
    {
      key: 'queue',
      title: t('accounts.queues.queue'),
      right: true,
      cell: ({ queue }) =>
        queue === null ? t('all.unknown') : t('accounts.queues.counts', { waiting: n(queue.waiting), active: n(queue.active) }),
    },
    {
      key: 'oldest',
      title: t('accounts.queues.oldest'),
      cell: ({ oldestAt }) => (oldestAt === null ? t('all.unknown') : moment(oldestAt)),
    },
    { key: 'error', title: t('accounts.queues.error'), cell: ({ lastError }) => lastError ?? null },
  ];
  return (
    <Page title={t('accounts.queues.title')}>
      <AccountTabs />
      {asked.isPending && <Skeleton />}
      {asked.isError && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {board && (
        <>
          <p className={css.standing} role="status">
            <span className={board.answers ? undefined : css.needs}>
              {t(board.answers ? 'accounts.queues.answers' : 'accounts.queues.silent')}
            </span>
            <span className="note">{t('accounts.queues.asOf', { at: moment(board.at) })}</span>
          </p>
          <Table label={t('accounts.queues.title')} columns={columns} rows={board.jobs} rowKey={({ job }) => job} />
          <p className={`note ${css.explained}`}>{t('accounts.queues.explained')}</p>
        </>
      )}
    </Page>
  );
}
