import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, told } from '../../api/client.ts';
import { Section } from '../parts/page.tsx';
import { n } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { toWaiting } from '../waiting/tabs.ts';
import css from './home.module.css';

/** Where each of them is done. */
const places = {
  headCounts: toWaiting('heads'),
  decisions: toWaiting('marks'),
  matches: toWaiting('marks'),
  disputes: toWaiting('disputes'),
  imports: '/imports?state=checked',
  drafts: '/classes?state=draft',
};
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
  const within = (part: 'decisions' | 'matches'): string =>
    t('home.waiting.within', { list: t('all.waiting.marks'), part: t(`all.waiting.${part}`) });
  /** Each is called what the list is called that it leads to. */
  const called: Record<Word, string> = {
    headCounts: t('all.waiting.heads'),
    decisions: within('decisions'),
    matches: within('matches'),
    disputes: t('all.waiting.disputes'),
    imports: t('home.waiting.imports'),
    drafts: t('home.waiting.drafts'),
  };
  return (
    <Section title={t('home.waiting.title')}>
      {asked.isPending && <Skeleton rows={2} />}
      {asked.isError && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {waiting && open.length === 0 && <p className="soft">{t('home.waiting.none')}</p>}
      <div className={css.todo}>
        {open.map(({ word, many, more }) => (
          <Link key={word} to={places[word]}>
            {called[word]}
            <b>{more ? t('home.waiting.atLeast', { n: n(many) }) : n(many)}</b>
          </Link>
        ))}
      </div>
    </Section>
  );
}
