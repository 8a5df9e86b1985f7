import { useTranslation } from 'react-i18next';
import { n } from '../parts/quantities.ts';
import css from './imports.module.css';
import { useTimeLeft } from './pace.ts';
import { Progress } from './progress.tsx';
import { type Import } from './questions.ts';

/** Rows done, rows left, time left. Everything but the pace is counted on the server: the page may be left or reloaded. */
export function Working({ of: { id, state, rows } }: { of: Import }) {
  const { t } = useTranslation();
  const total = state === 'checking' ? Math.max(rows.expected - rows.skipped, rows.total) : rows.total;
  const counts = state === 'reverting' ? { done: rows.undone, total: rows.done } : { done: rows.done, total };
  const time = useTimeLeft(`${id} ${state}`, counts.done, counts.total);
  const left = Math.max(0, counts.total - counts.done);
  return (
    <div className={css.working} role="status">
      <p>{t(`imports.working.${state as 'checking'}`)}</p>
      <Progress label={t(`imports.working.${state as 'checking'}`)} {...counts} />
      {counts.total > 0 && (
        <p className="soft">
          {t('imports.working.done', { done: n(counts.done), left: n(left) })} · {time}
        </p>
      )}
      <p className="note">{t('imports.working.leave')}</p>
    </div>
  );
}
