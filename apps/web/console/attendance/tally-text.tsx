import { useTranslation } from 'react-i18next';
import { n, percent } from '../parts/quantities.ts';
import css from './grid.module.css';
import { type Tally } from './sheet.ts';

/**
 * 到课 n / 应到 n, with the rate beneath — unknown while nobody is marked — and how many nobody has marked in the title. Short where the
 * whole stands beside it already.
 */
export function TallyText({ of: { came, all, marked }, short = false }: { of: Tally; short?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={css.tallied} title={t('attendance.tally.title', { came: n(came), all: n(all), unmarked: n(all - marked) })}>
      {n(came)}
      {!short && `/${n(all)}`}
      <small>{percent(came, marked === 0 ? 0 : all)}</small>
    </span>
  );
}
