import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, told } from '../../api/client.ts';
import { Section } from '../parts/page.tsx';
import { n } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import css from './home.module.css';

/** Where each of them is done. */
const places = {
  headCounts: '/waiting',
  decisions: '/waiting?tab=decision',
  matches: '/waiting?tab=match',
  disputes: '/waiting?tab=settling',
  imports: '/imports?state=checked',
  drafts: '/classes?state=draft',
} as const;
type Word = keyof typeof places;

/** What a person has to do; nothing that is nought. */
export function Todo() {
  const { t } = useTranslation();
  const asked = useQuery({ queryKey: ['waiting'], queryFn: () => told(api.GET('/v1/waiting', {})) });
  const waiting = asked.data;
  const open = waiting
    ? (Object.keys(places) as Word[])
        .map((word) => ({ word, many: 0, more: false, ...waiting[word] }))
        .filter(({ many, more }) => many > 0 || more)
    : [];
  return (
    <Section title={t('home.waiting.title')}>
      {asked.isPending && <Skeleton rows={2} />}
      {asked.isError && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {waiting && open.length === 0 && <p className="soft">{t('home.waiting.none')}</p>}
      <div className={css.todo}>
        {open.map(({ word, many, more }) => (
          <Link key={word} to={places[word]}>
            {t(`home.waiting.${word}`)}
            <b>{more ? t('home.waiting.atLeast', { n: n(many) }) : n(many)}</b>
          </Link>
        ))}
      </div>
    </Section>
  );
}
