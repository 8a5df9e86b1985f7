import css from './imports.module.css';

/** How far something is; without a total only that it goes on. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const part = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div
      className={css.progress}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(total > 0 ? { 'aria-valuenow': Math.round(part * 100) } : {})}
    >
      <div style={{ width: `${part * 100}%` }} />
    </div>
  );
}
