import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../parts/page.tsx';
import { n } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import css from './home.module.css';
import { workBehind } from './questions.ts';

/** Whether the work behind goes on, in two numbers; what each of them is, its own page says. */
export function WorkBehind() {
  const { t } = useTranslation();
  const asked = useQuery(workBehind);
  const board = asked.data;
  const sum = (what: 'waiting' | 'failed'): number => board?.jobs.reduce((all, job) => all + job[what], 0) ?? 0;
  return (
    <Section title={t('home.behind.title')} tools={<Link to="/accounts/queues">{t('home.behind.open')}</Link>}>
      {asked.isPending && <Skeleton rows={1} />}
      {asked.isError && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {board && (
        <p>
          <span className={sum('failed') > 0 ? css.waits : undefined}>
            {t('home.behind.counts', { failed: n(sum('failed')), waiting: n(sum('waiting')) })}
          </span>
          {!board.answers && <span className={css.waits}> {t('home.behind.silent')}</span>}
        </p>
      )}
    </Section>
  );
}
