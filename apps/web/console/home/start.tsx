import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAskedAhead } from '../parts/ask-ahead.ts';
import { Page } from '../parts/page.tsx';
import { day } from '../parts/quantities.ts';
import { Fault, Skeleton } from '../parts/states.tsx';
import { useAbout } from '../session/about.ts';
import { useMay, useMe } from '../session/me.ts';
import { FirstSteps } from './first-steps.tsx';
import { LeftUndone } from './left-undone.tsx';
import { lastDeeds, ownSessions, workBehind } from './questions.ts';
import { Todo } from './todo.tsx';
import { Week } from './week.tsx';
import { YearLine } from './year-line.tsx';

// In files of their own: most readers have neither.
const OwnSessions = lazy(async () => ({ default: (await import('./own-sessions.tsx')).OwnSessions }));
const Oversight = lazy(async () => ({ default: (await import('./oversight.tsx')).Oversight }));

/** Where a reader begins: what waits for them, this week, the year. Each part asks one question and stands by itself. */
export function Start() {
  const { t } = useTranslation();
  const me = useMe().data;
  const asked = useAbout();
  const about = asked.data;
  const may = useMay();
  const servesOnly = may('attendance.mark') && !may('classes.read');
  const oversees = may('accounts.read') && may('audit.read');
  // Their programs come later: what they show is not to come later still.
  useAskedAhead(servesOnly && ownSessions, oversees && (may('accounts.manage') ? workBehind : lastDeeds()));
  if (asked.isError && !about)
    return (
      <Page title={t('frame.nav.start')}>
        <Fault problem={asked.error} again={() => void asked.refetch()} />
      </Page>
    );
  if (!me || !about) return <Skeleton />;
  return (
    <Page title={t('home.hello', { name: me.name, today: day(about.today) })}>
      <FirstSteps />
      {may('headCount.verify', 'attendance.settle', 'imports.run', 'classes.manage') && <Todo />}
      {may('attendance.settle', 'classes.manage') && <LeftUndone />}
      {may('classes.read') ? (
        <Week today={about.today} />
      ) : (
        servesOnly && (
          <Suspense fallback={<Skeleton />}>
            <OwnSessions today={about.today} />
          </Suspense>
        )
      )}
      {may('figures.read') && <YearLine year={about.year} />}
      {oversees && (
        <Suspense>
          <Oversight />
        </Suspense>
      )}
    </Page>
  );
}
