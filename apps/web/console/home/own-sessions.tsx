import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Shown } from '../../api/client.ts';
import { cx } from '../parts/class-names.ts';
import { Kind } from '../parts/kind.tsx';
import { Section } from '../parts/page.tsx';
import { n } from '../parts/quantities.ts';
import { Empty, Fault, Skeleton } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import css from './home.module.css';
import { ownSessions } from './questions.ts';
import { inTime, When } from './week.tsx';

type Session = Shown<'OwnSessionView'>;

/** The sessions that an instructor serves, on the days that their phone has: today's and the next, and folded below what is over. */
export function OwnSessions({ today }: { today: string }) {
  const { t } = useTranslation();
  const asked = useQuery(ownSessions);
  const rows = inTime(asked.data?.items ?? []);
  const [ahead, over] = [rows.filter(({ date }) => date >= today), rows.filter(({ date }) => date < today).reverse()];
  const columns: Column<Session>[] = [
    {
      key: 'time',
      title: t('home.week.time'),
      cell: (one) => <When of={one} today={today} />,
    },
    { key: 'kind', title: t('all.kind'), cell: (one) => <Kind of={one.kind} /> },
    {
      key: 'topic',
      title: t('home.week.topic'),
      cell: (one) => (
        <a className={cx(one.state !== 'scheduled' && css.off)} href="/field/">
          {one.topic}
        </a>
      ),
    },
    { key: 'place', title: t('home.week.place'), cell: (one) => one.place },
    {
      key: 'roster',
      title: t('home.week.attendance'),
      right: true,
      cell: (one) => (one.state === 'scheduled' ? t('home.week.roster', { n: n(one.onRoster) }) : t(`domain.sessionState.${one.state}`)),
    },
  ];
  return (
    <Section title={t('home.own.title')} note={t('home.own.hint')}>
      <p className={css.onPhone}>
        {t('home.own.phone')} <a href="/field/">{t('home.own.open')}</a>
      </p>
      {asked.isPending && <Skeleton />}
      {asked.isError && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && <Empty title={t('home.own.none')} />}
      {rows.length > 0 && ahead.length === 0 && <p className="soft">{t('home.own.noneAhead')}</p>}
      {ahead.length > 0 && <Table label={t('home.own.title')} columns={columns} rows={ahead} rowKey={(one) => one.id} />}
      {over.length > 0 && (
        <details className={css.folded}>
          <summary>{t('home.own.over', { count: over.length, n: n(over.length) })}</summary>
          <Table
            label={t('home.own.over', { count: over.length, n: n(over.length) })}
            columns={columns}
            rows={over}
            rowKey={(one) => one.id}
          />
        </details>
      )}
      {asked.data?.nextCursor && <p className="note">{t('home.own.more', { n: rows.length })}</p>}
    </Section>
  );
}
