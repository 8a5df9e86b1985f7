import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../parts/class-names.ts';
import { day, n } from '../parts/quantities.ts';
import css from './grid.module.css';
import { type GridSession, type Tally } from './sheet.ts';
import { TallyText } from './tally-text.tsx';

interface Head {
  sessions: readonly GridSession[];
  /** The active one. */
  column: number;
  count: number;
  onChoose: (to: { column: number }) => void;
}

/** The half-days; each chooses its column. */
export const GridHead = memo(function GridHead({ sessions, column, count, onChoose }: Head) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={css.name}>
          {t('attendance.person')}
          <small className="offPaper">{t('attendance.people', { count })}</small>
        </th>
        {sessions.map((session, i) => (
          <HeadCell key={session.id} session={session} at={i} active={i === column} onChoose={onChoose} />
        ))}
        <th scope="col" className={css.tally}>
          {t('attendance.tally.row')}
        </th>
      </tr>
    </thead>
  );
});

const HeadCell = memo(function HeadCell({
  session,
  at,
  active,
  onChoose,
}: {
  session: GridSession;
  at: number;
  active: boolean;
  onChoose: Head['onChoose'];
}) {
  const { t } = useTranslation();
  const stands = session.state === 'scheduled';
  return (
    <th scope="col" className={cx(css.half, !stands && css.off)} title={`${day(session.date)} ${session.topic}`}>
      <button type="button" tabIndex={-1} onClick={() => onChoose({ column: at })} data-on={active}>
        <b>{day(session.date, { weekday: false, year: false })}</b>
        <span>{stands ? t(`attendance.part.${session.dayPart}`) : t(`domain.sessionState.${session.state as 'void'}`)}</span>
      </button>
    </th>
  );
});

/** How many came to each half-day. */
export const GridFoot = memo(function GridFoot({ tallies, count, isOpen }: { tallies: readonly Tally[]; count: number; isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <tfoot>
      <tr>
        <th scope="row" className={css.name}>
          {t(isOpen ? 'attendance.tally.ofList' : 'attendance.tally.ofDue', { n: n(count) })}
        </th>
        {tallies.map((tally, i) => (
          <td key={i}>
            <TallyText of={tally} short />
          </td>
        ))}
        <td className={css.tally} />
      </tr>
    </tfoot>
  );
});
