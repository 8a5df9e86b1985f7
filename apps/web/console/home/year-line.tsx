import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useBulletin } from '../figures/bulletin.ts';
import { openingOf, whole } from '../figures/opening.ts';
import { useAddress } from '../parts/address.ts';
import { Section } from '../parts/page.tsx';
import { moment, n } from '../parts/quantities.ts';
import { Sentence } from '../parts/sentence.tsx';
import { Fault, Skeleton } from '../parts/states.tsx';
import css from './home.module.css';

/** The year at a glance: one sentence, each of whose numbers opens among the figures, and how fresh it is. */
export function YearLine({ year }: { year: number }) {
  const { t } = useTranslation();
  const { to } = useAddress();
  const period = { from: `${year}-01`, to: `${year}-12` };
  const asked = useBulletin({ ...period, basis: 'trainee' });
  const line = asked.data;
  const way = (opening: Record<string, string | undefined>) => (words: string) => (
    <Link to={`/figures${to({ ...period, ...opening })}`}>{words}</Link>
  );
  const counted = (measure: 'batches' | 'sessionsHeld', value: number) => way(openingOf({ measure, kind: whole, audience: whole }, value));
  const other = line ? line.other.registered + line.other.declared : 0;
  return (
    <Section title={t('home.year.title', { year })} tools={<Link to="/figures">{t('home.year.open')}</Link>}>
      {asked.isPending && <Skeleton rows={1} />}
      {asked.isError && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {line && (
        <>
          <p className={css.line}>
            <Sentence
              of={t('home.year.sentence', {
                batches: n(line.batches),
                sessions: n(line.sessionsHeld),
                backbone: n(line.backbone),
                demonstration: n(line.demonstration),
                other: n(other),
              })}
              draw={{
                b: counted('batches', line.batches),
                s: counted('sessionsHeld', line.sessionsHeld),
                k: way({ open: 'backbone' }),
                d: way({ open: 'demonstration' }),
                o: way({ open: 'other' }),
              }}
            />
          </p>
          <p className="note" role="status">
            {line.compiledAt && t('home.year.compiled', { at: moment(line.compiledAt) })}{' '}
            {line.pending > 0 && t('home.year.pending', { n: n(line.pending) })}
          </p>
        </>
      )}
    </Section>
  );
}
