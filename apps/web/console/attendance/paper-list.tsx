import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../parts/class-names.ts';
import { useSaid } from '../parts/states.tsx';
import css from './paper.module.css';
import { type GridPerson, type GridSession, halfOf } from './sheet.ts';
import { type Marking } from './use-marking.ts';
import { type WalkIns } from './use-walk-ins.ts';

interface Props {
  people: readonly GridPerson[];
  session: GridSession;
  marking: Marking;
  at: number;
  walkIns: WalkIns;
  onChoose: (row: number) => void;
}

/** The roster in its order with what the sheet says so far; the line that is being entered stays in view. */
export function PaperList({ people, session, marking, at, walkIns, onChoose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const said = useSaid();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const [box, line] = [list.current, list.current?.children[at] as HTMLElement | undefined];
    if (box && line) box.scrollTop = line.offsetTop - box.clientHeight / 2;
  }, [at]);
  return (
    <ol className={css.list} ref={list} tabIndex={0} aria-label={t('attendance.paper.list')}>
      {people.map((person, row) => {
        const { status, disputed, refused, sending } = halfOf(person, session.id, marking.unsentOf(person.personId));
        return (
          <li key={person.personId} className={cx(row === at && css.current)} aria-current={row === at}>
            <button type="button" tabIndex={-1} onClick={() => onChoose(row)}>
              <span className={css.no}>{person.rosterNo ?? row + 1}</span>
              <span className={css.who}>
                <bdi>{person.name}</bdi>
                <small>
                  {person.unit}
                  {person.last4 && ` ·${person.last4}`}
                </small>
              </span>
              <b data-status={status ?? 'none'} className={cx(css.status, sending && css.sending)}>
                {status ? t(`domain.statusMark.${status}`) : '·'}
              </b>
              {(disputed || refused) && <small className={css.flag}>{t(refused ? 'attendance.refused' : 'attendance.disputed')}</small>}
            </button>
          </li>
        );
      })}
      {walkIns.list.map((one) => (
        <li key={one.id} className={css.walkIn}>
          <span className={css.no}>+</span>
          <span className={css.who}>
            <bdi>{one.name}</bdi>
            <small>{[one.village, one.phoneTail].filter(Boolean).join(' ·')}</small>
          </span>
          <b data-status="present" className={cx(css.status, one.unsent && css.sending)}>
            {t('domain.statusMark.present')}
          </b>
          <Button
            size="small"
            aria-label={t('attendance.paper.removeWalkIn', { name: one.name })}
            onClick={() => walkIns.remove(one).catch((problem: unknown) => void message.error(said(problem)))}
          >
            {t('attendance.paper.remove')}
          </Button>
        </li>
      ))}
    </ol>
  );
}
