import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceStatuses, type AttendanceStatus } from '#contract';
import { day, n } from '../parts/quantities.ts';
import css from './grid.module.css';
import { type Grid, type GridPerson, type GridSession, type Half, statusOf } from './sheet.ts';
import { type Marking } from './use-marking.ts';

interface Props {
  grid: Grid;
  marking: Marking;
  person: GridPerson;
  session: GridSession;
  half: Half;
  onSet?: (status: AttendanceStatus) => void;
  onOpen: () => void;
}

/** The chosen cell in words, with what the keys do for who has no keys, and what can be done for the whole half-day. */
export function Chosen({ grid, marking, person, session, half, onSet, onOpen }: Props) {
  const { t } = useTranslation();
  const { unsentOf, standing } = marking;
  // The standing changes whenever what is unsent does.
  const unmarked = useMemo(
    () =>
      standing &&
      grid.people.filter(
        (one) => (one.waiting[session.id] ?? []).length === 0 && statusOf(one, session.id, unsentOf(one.personId)) === null,
      ),
    [grid.people, session.id, unsentOf, standing],
  );
  const fill = (status: AttendanceStatus): void => marking.mark(unmarked.map((one) => ({ person: one, session, status })));
  return (
    <div className={`${css.chosen} offPaper`}>
      <p>
        <b>
          <bdi>{person.name}</bdi>
        </b>{' '}
        <span className="soft">
          {day(session.date)} {t(`domain.dayPart.${session.dayPart}`)} · {session.topic}
        </span>
      </p>
      <div className={css.choices}>
        {onSet &&
          attendanceStatuses.map((status, i) => (
            <button
              key={status}
              type="button"
              data-status={status}
              aria-pressed={half.status === status}
              disabled={!session.mayMark}
              onClick={() => onSet(status)}
            >
              <b>{t(`domain.statusMark.${status}`)}</b>
              <span>{t(`domain.status.${status}`)}</span>
              <kbd>{i + 1}</kbd>
            </button>
          ))}
        <Button type={half.disputed && session.mayMark ? 'primary' : 'default'} onClick={onOpen}>
          {t(!session.mayMark ? 'attendance.look' : half.disputed ? 'attendance.settle' : 'attendance.open')}
        </Button>
        {session.mayMark && session.state === 'scheduled' && unmarked.length > 0 && (
          <span className={css.fill}>
            <span className="note">{t('attendance.unmarked', { count: unmarked.length, n: n(unmarked.length) })}</span>
            <Button size="small" onClick={() => fill('present')}>
              {t('attendance.fill.present')}
            </Button>
            <Button size="small" onClick={() => fill('absent')}>
              {t('attendance.fill.absent')}
            </Button>
          </span>
        )}
      </div>
      {!session.mayMark && <p className="note">{t('attendance.say.notYours')}</p>}
      {session.mayMark && grid.class.state === 'closed' && <p className={css.caution}>{t('attendance.closed')}</p>}
      {session.mayMark && session.state !== 'scheduled' && <p className={css.caution}>{t('attendance.offSession')}</p>}
      {session.mayMark && session.lateToday && <p className="note">{t('attendance.lateToday')}</p>}
    </div>
  );
}
