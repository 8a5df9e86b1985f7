import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, told } from '../../api/client.ts';
import { Section } from '../parts/page.tsx';
import { n } from '../parts/quantities.ts';
import { Skeleton } from '../parts/states.tsx';
import css from './home.module.css';

const Unmarked = lazy(async () => ({ default: (await import('./unmarked.tsx')).Unmarked }));

/** What is over and was not brought to its end: classes that nobody closed, sessions of which nothing came in. Asked together with what waits. */
export function LeftUndone() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const waiting = useQuery({ queryKey: ['waiting'], queryFn: () => told(api.GET('/v1/waiting', {})) }).data;
  const { unmarked, unclosed } = waiting ?? {};
  const said = ({ many, more }: { many: number; more: boolean }): string => (more ? t('home.waiting.atLeast', { n: n(many) }) : n(many));
  const hasSessions = unmarked && unmarked.many > 0;
  const hasClasses = unclosed && unclosed.many > 0;
  if (!hasSessions && !hasClasses) return null;
  return (
    <Section title={t('home.undone.title')}>
      {hasClasses && (
        <div className={css.todo}>
          <Link to="/classes?state=unclosed">
            {t('home.undone.unclosed')}
            <b>{said(unclosed)}</b>
          </Link>
        </div>
      )}
      {hasSessions && (
        <details className={css.folded} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>
            {t('home.undone.unmarked')} <b className={css.waits}>{said(unmarked)}</b>
          </summary>
          {open && (
            <Suspense fallback={<Skeleton rows={4} />}>
              <Unmarked />
            </Suspense>
          )}
        </details>
      )}
    </Section>
  );
}
