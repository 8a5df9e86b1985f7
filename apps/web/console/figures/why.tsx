import { useTranslation } from 'react-i18next';
import { Fault, Skeleton } from '../parts/states.tsx';
import css from './figures.module.css';
import { type Cell, useWhy } from './questions.ts';
import { type Scope } from './scope.ts';
import { n } from '../parts/quantities.ts';

/** What was counted in a cell, and what was left out, by reason. `unfolded` where that is all there is to see, as of nought. */
export function Why({ scope, cell, unfolded }: { scope: Scope; cell: Cell; unfolded: boolean }) {
  const { t } = useTranslation();
  const asked = useWhy(scope, cell);
  const why = asked.data;
  return (
    <details open={unfolded}>
      <summary>{t('figures.opened.why')}</summary>
      {asked.isPending && <Skeleton rows={3} />}
      {asked.isError && !why && <Fault problem={asked.error} again={() => void asked.refetch()} />}
      {why && (
        <>
          <h3 className={css.subhead}>{t('figures.opened.counted')}</h3>
          <dl className={css.whys}>
            {Object.entries(why.counted).map(([measure, facts]) => [
              <dt key={measure}>{t(`domain.measure.${measure as 'registered'}`)}</dt>,
              <dd key={`${measure} n`}>{n(facts)}</dd>,
            ])}
          </dl>
          <h3 className={css.subhead}>{t('figures.opened.leftOut')}</h3>
          <dl className={css.whys}>
            {why.leftOut.length === 0 && <dt>{t('all.none')}</dt>}
            {why.leftOut.map(({ reason, facts }) => [
              <dt key={reason}>{t(`figures.reason.${reason}`)}</dt>,
              <dd key={`${reason} n`}>{n(facts)}</dd>,
            ])}
          </dl>
        </>
      )}
    </details>
  );
}
