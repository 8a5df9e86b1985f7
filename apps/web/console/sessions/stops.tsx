import { useTranslation } from 'react-i18next';
import { clock, n } from '../parts/quantities.ts';
import { useMay } from '../session/me.ts';
import { type SessionOf, useArrivals } from './questions.ts';
import css from './sessions.module.css';

/** The stops of a route in their order; where somebody was marked, when the class came and how many were there. */
export function Stops({ of: { id, labels } }: { of: SessionOf }) {
  const { t } = useTranslation();
  const arrivals = useArrivals(id, useMay()('attendance.read')).data ?? [];
  return (
    <ol className={css.stops}>
      {labels.stops.map((name, i) => {
        const { arrivedAt = null, came = 0 } = arrivals[i] ?? {};
        return (
          <li key={i}>
            {name}
            {came > 0 && (
              <span className="note" title={t('sessions.arrival.how')}>
                {arrivedAt === null
                  ? t('sessions.arrival.came', { count: n(came) })
                  : t('sessions.arrival.at', { at: clock(arrivedAt), count: n(came) })}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
