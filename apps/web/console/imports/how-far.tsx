import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { n } from '../parts/quantities.ts';
import css from './imports.module.css';
import { type Import, isHalfDone } from './questions.ts';

/** How far a file came that was called off, or that failed half-way: what was written stays until it is taken back. */
export function HowFar({ of: one }: { of: Import }) {
  const { t } = useTranslation();
  const { state, rows, kind } = one;
  if (!isHalfDone(one) && state !== 'cancelled') return null;
  return (
    <div className={css.failed} role="status">
      <p>{rows.done > 0 ? t('imports.howFar.part', { done: n(rows.done), total: n(rows.total) }) : t('imports.howFar.nothing')}</p>
      {rows.done === 0 && <Link to={`/imports?for=${kind}`}>{t('imports.again')}</Link>}
    </div>
  );
}
