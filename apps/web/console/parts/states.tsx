import { Button } from 'antd';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client.ts';
import css from './states.module.css';

/** Shown only when it takes longer than a blink. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className={css.skeleton} role="status" aria-label={t('all.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={css.bone} style={{ width: `${96 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** What this place will show, and the one next step. */
export function Empty({ title, children, next }: { title: string; children?: ReactNode; next?: ReactNode }) {
  return (
    <div className={css.state}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {next && <div className={css.next}>{next}</div>}
    </div>
  );
}

/** What happened, in words for a person. */
export function useSaid(): (problem: unknown) => string {
  const { t } = useTranslation();
  return (problem) => {
    if (!(problem instanceof Problem)) return t('refusals.unexpected');
    return problem.code === 'offline' ? t('all.fault.offline') : t(`refusals.${problem.code}`);
  };
}

/** What went wrong and what to do. `kept`: something was typed, and stands there still. */
export function Fault({ problem, again, kept = false }: { problem: unknown; again?: () => void; kept?: boolean }) {
  const { t } = useTranslation();
  const said = useSaid();
  const id = problem instanceof Problem && problem.status >= 500 ? problem.facts.requestId : undefined;
  return (
    <div className={css.fault} role="alert">
      <p>
        {said(problem)}
        {typeof id === 'string' && <span className="note"> {t('all.fault.requestId', { id })}</span>}
      </p>
      {kept && problem instanceof Problem && problem.code === 'forbidden' && <p>{t('all.fault.kept')}</p>}
      {again && <Button onClick={again}>{t('all.retry')}</Button>}
    </div>
  );
}
