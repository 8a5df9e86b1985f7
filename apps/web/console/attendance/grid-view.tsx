import { App } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttendanceStatus } from '#contract';
import { shanghaiToday } from '../parts/now.ts';
import { CellSheet } from './cell-sheet.tsx';
import { Chosen } from './chosen.tsx';
import css from './grid.module.css';
import { GridTable, type Place } from './grid-table.tsx';
import { GridTools } from './grid-tools.tsx';
import { Sending } from './sending.tsx';
import { type Grid, halfOf } from './sheet.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { type Marking } from './use-marking.ts';
import { useUndo } from './use-undo.ts';

/** The grid with all that belongs to it: finding, what is chosen, what is on its way, and one cell opened. */
export function GridView({ grid, marking }: { grid: Grid; marking: Marking }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { people, sessions } = grid;
  const today = shanghaiToday();
  const due = useMemo(() => sessions.filter((session) => session.state === 'scheduled' && session.date <= today), [sessions, today]);
  const [place, setPlace] = useState<Place>(() => ({
    row: 0,
    column: Math.max(
      0,
      sessions.findLastIndex((session) => due.includes(session)),
    ),
  }));
  const [opened, setOpened] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const find = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const active: Place = { row: Math.min(place.row, people.length - 1), column: Math.min(place.column, sessions.length - 1) };
  const [person, session] = [people[active.row]!, sessions[active.column]!];
  const mayMark = sessions.some((one) => one.mayMark);
  const half = halfOf(person, session.id, marking.unsentOf(person.personId));

  const { undo: takeBack, isUndoing } = useUndo(grid.classId, marking);
  const said = (key: 'cannotClear' | 'notYours' | 'nothingToUndo'): void =>
    void message.info({ key: 'attendance', content: t(`attendance.say.${key}`), duration: 6 });
  const set = (status: AttendanceStatus): void => {
    if (!session.mayMark) return said('notYours');
    // A disputed cell is settled even by what it shows already.
    if (half.status === status && !half.disputed && !half.waiting && !isUndoing(person, session)) return;
    marking.mark([{ person, session, status }]);
  };
  const undo = (): void => {
    const [step] = takeBack();
    if (!step) return said('nothingToUndo');
    const row = people.findIndex((one) => one.personId === step.person.personId);
    const column = sessions.findIndex((one) => one.id === step.session.id);
    if (row >= 0 && column >= 0) setPlace({ row, column });
  };
  const clear = (): void => {
    if (half.status === null && !half.sending) return;
    const unsent = half.sending;
    if (unsent && marking.queue.takeBack([unsent.mark.id])) return;
    said('cannotClear');
  };
  const onKey = useGridKeys({
    rows: people.length,
    columns: sessions.length,
    active,
    move: setPlace,
    set,
    clear,
    undo,
    open: () => setOpened(true),
    seek: () => {
      setTyped('');
      find.current?.focus();
    },
  });
  const back = useCallback(() => table.current?.focus(), []);
  const choose = useCallback(
    (to: Partial<Place>): void => {
      setPlace((now) => ({ ...now, ...to }));
      back();
    },
    [back],
  );

  return (
    <div className={css.view}>
      <GridTools
        grid={grid}
        input={find}
        typed={typed}
        onType={setTyped}
        from={active.row}
        onFound={(row) => setPlace({ ...active, row })}
        onBack={back}
        onUndo={marking.canUndo ? undo : undefined}
        session={session}
      />
      <Sending marking={marking} people={people} />
      <div className={css.beside}>
        <GridTable
          grid={grid}
          due={due}
          marking={marking}
          active={active}
          onMove={choose}
          onOpen={() => setOpened(true)}
          onKey={onKey}
          table={table}
        />
        <Chosen
          grid={grid}
          marking={marking}
          person={person}
          session={session}
          half={half}
          onSet={mayMark ? set : undefined}
          onOpen={() => setOpened(true)}
        />
      </div>
      {opened && (
        <CellSheet
          classId={grid.classId}
          person={person}
          session={session}
          marking={marking}
          onClose={() => {
            setOpened(false);
            // Once the sheet is gone: while it is open nothing outside it takes the focus.
            setTimeout(back);
          }}
        />
      )}
    </div>
  );
}
