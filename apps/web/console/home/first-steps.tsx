import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, told } from '../../api/client.ts';
import { Section } from '../parts/page.tsx';
import { useMay } from '../session/me.ts';
import css from './home.module.css';

const one = { params: { query: { limit: 1 } } } as const;
const steps = [
  { word: 'people', to: '/imports?for=people', ask: () => told(api.GET('/v1/people', one)) },
  { word: 'instructors', to: '/imports?for=instructors', ask: () => told(api.GET('/v1/instructors', one)) },
  { word: 'classes', to: '/classes/new', ask: () => told(api.GET('/v1/classes', one)) },
] as const;

type Step = (typeof steps)[number];

const question = ({ word, ask }: Step, enabled: boolean) => ({
  queryKey: ['first-steps', word],
  queryFn: async () => (await ask()).items.length > 0,
  enabled,
});

/** The first steps of a county, until it has its first class: from then on the start asks one thing for them, not three. */
export function FirstSteps() {
  const { t } = useTranslation();
  const may = useMay();
  const last = useQuery(question(steps[2], may('classes.manage')));
  const asked = useQueries({ queries: steps.map((step) => question(step, last.data === false)) });
  if (last.data !== false || asked.some((step) => step.data === undefined)) return null;
  return (
    <Section title={t('home.first.title')} note={t('home.first.note')}>
      <ol className={css.steps}>
        {steps.map(({ word, to }, i) => (
          <li key={word} className={asked[i]!.data ? css.stepDone : undefined}>
            <Link to={to}>{t(`home.first.${word}`)}</Link>
            {asked[i]!.data && <span className="note"> {t('home.first.done')}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
