import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttendanceStatus } from '#contract';
import { useAddress } from '../parts/address.ts';
import { day, n } from '../parts/quantities.ts';
import { PaperHeads } from './paper-heads.tsx';
import { PaperLine } from './paper-line.tsx';
import { PaperList } from './paper-list.tsx';
import { PaperPhoto } from './paper-photo.tsx';
import css from './paper.module.css';
import { Sending } from './sending.tsx';
import { type Grid, type GridSession, halfOf, tallyOfColumn } from './sheet.ts';
import { type Marking } from './use-marking.ts';
import { useUndo } from './use-undo.ts';
import { useWalkIns } from './use-walk-ins.ts';

/** A signed sheet, line by line from the keyboard, the photo of it beside the list. */
export function Paper({ grid, session, marking }: { grid: Grid; session: GridSession; marking: Marking }) {
  const { t } = useTranslation();
  const { set: go } = useAddress();
  const { people } = grid;
  const line = useRef<HTMLInputElement>(null);
  const heads = useRef<HTMLInputElement>(null);
  const statusOf = (row: number): AttendanceStatus | null =>
    halfOf(people[row]!, session.id, marking.unsentOf(people[row]!.personId)).status;
  // People.length: the line after the last, where the sheet ends.
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      people.findIndex((_, row) => statusOf(row) === null),
    ),
  );
  const walkIns = useWalkIns(session, marking);
  const { undo: takeBack, isUndoing } = useUndo(grid.classId, marking);
  const tally = tallyOfColumn(people, session.id, marking.unsentOf);
  const came = tally.came + walkIns.list.length;
  const open = people.filter((_, row) => statusOf(row) === null);

  useEffect(() => line.current?.focus(), []);

  const mark = (status: AttendanceStatus): void => {
    const person = people[at];
    if (!person) return;
    const half = halfOf(person, session.id, marking.unsentOf(person.personId));
    if (half.status !== status || half.disputed || half.waiting || isUndoing(person, session))
      marking.mark([{ person, session, status, method: 'paper' }]);
    setAt(at + 1);
  };
  const undo = (): void => {
    const [step] = takeBack();
    const row = step ? people.findIndex((one) => one.personId === step.person.personId) : -1;
    if (row >= 0) setAt(row);
  };
  const rest = (): void => {
    marking.mark(open.map((person) => ({ person, session, status: 'absent', method: 'paper' })));
    setAt(people.length);
    heads.current?.focus();
  };
  const back = (): void => go({ paper: undefined });

  return (
    <div className={css.paper}>
      <header className={css.head}>
        <div>
          <h2>{t('attendance.paper.title', { when: `${day(session.date)} ${t(`domain.dayPart.${session.dayPart}`)}` })}</h2>
          <p className="soft">{session.topic}</p>
        </div>
        <Button onClick={back}>{t('attendance.paper.back')}</Button>
      </header>
      {grid.class.state === 'closed' && <p className={css.caution}>{t('attendance.closed')}</p>}
      {session.lateToday && <p className="note">{t('attendance.lateToday')}</p>}
      <Sending marking={marking} people={people} />
      <div className={css.columns}>
        <div className={css.entry}>
          <p className={css.count} role="status">
            <b>{t('attendance.paper.came', { n: n(came) })}</b>
            <span>{t('attendance.paper.marked', { marked: n(tally.marked), all: n(tally.all) })}</span>
            {walkIns.list.length > 0 && <span>{t('attendance.paper.walkIns', { n: n(walkIns.list.length) })}</span>}
          </p>
          <PaperLine
            input={line}
            people={people}
            at={at}
            onMove={setAt}
            onMark={mark}
            onUndo={undo}
            onWalkIn={walkIns.add}
            onEnd={() => heads.current?.focus()}
          />
          <PaperList
            people={people}
            session={session}
            marking={marking}
            at={at}
            walkIns={walkIns}
            onChoose={(row) => {
              setAt(row);
              line.current?.focus();
            }}
          />
          <div className={css.end}>
            {open.length > 0 && <Button onClick={rest}>{t('attendance.paper.rest', { count: open.length, n: n(open.length) })}</Button>}
            <PaperHeads session={session} suggested={came} input={heads} onDone={back} />
          </div>
        </div>
        <PaperPhoto />
      </div>
    </div>
  );
}
