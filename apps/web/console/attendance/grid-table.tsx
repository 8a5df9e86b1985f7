import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import css from './grid.module.css';
import { GridFoot, GridHead } from './grid-edges.tsx';
import { GridRow } from './grid-row.tsx';
import { type Marking } from './use-marking.ts';
import { type Grid, type GridSession, tallyOfColumn } from './sheet.ts';
import { useWindow } from './use-window.ts';

export interface Place {
  row: number;
  column: number;
}

interface Props {
  grid: Grid;
  due: readonly GridSession[];
  marking: Marking;
  active: Place;
  onMove: (to: Partial<Place>) => void;
  onOpen: () => void;
  onKey: (event: KeyboardEvent) => void;
  table: RefObject<HTMLTableElement | null>;
}

const touch = window.matchMedia('(pointer: coarse), (max-width: 760px)');
const rowHeight = touch.matches ? 44 : 40;

/** People × half-days. One stop for the Tab key; inside, the arrows lead. Only the rows in view are there. */
export function GridTable({ grid, due, marking, active, onMove, onOpen, onKey, table }: Props) {
  const { t } = useTranslation();
  const id = useId().replaceAll(':', '');
  const box = useRef<HTMLDivElement>(null);
  const { people, sessions } = grid;
  const { unsentOf, standing } = marking;
  const { from, to } = useWindow(box, people.length, rowHeight);
  const namesakes = useMemo(() => {
    const many = new Map<string, number>();
    for (const { name, unit } of people) many.set(`${name}/${unit}`, (many.get(`${name}/${unit}`) ?? 0) + 1);
    return many;
  }, [people]);
  const columns = useMemo(
    () => standing && sessions.map((session) => tallyOfColumn(people, session.id, unsentOf)),
    // The standing changes whenever what is unsent does.
    [people, sessions, unsentOf, standing],
  );

  useEffect(() => show(box.current, active), [active]);

  return (
    <div className={css.box} ref={box} style={{ '--row': `${rowHeight}px` } as never}>
      <table
        ref={table}
        className={css.grid}
        role="grid"
        tabIndex={0}
        aria-label={t('attendance.title', { name: grid.class.name })}
        aria-rowcount={people.length + 1}
        aria-colcount={sessions.length + 2}
        aria-activedescendant={`${id}-${active.row}-${active.column}`}
        onKeyDown={onKey}
        onClick={(event) => {
          const cell = (event.target as HTMLElement).closest<HTMLElement>('td[data-column]');
          if (!cell) return;
          onMove({ row: Number(cell.closest('tr')!.dataset.row), column: Number(cell.dataset.column) });
        }}
        onDoubleClick={(event) => (event.target as HTMLElement).closest('td[data-column]') && onOpen()}
      >
        <GridHead sessions={sessions} column={active.column} count={people.length} onChoose={onMove} />
        <tbody>
          {from > 0 && (
            <tr aria-hidden="true">
              <td colSpan={sessions.length + 2} style={{ height: from * rowHeight }} className={css.gap} />
            </tr>
          )}
          {people.slice(from, to).map((person, i) => (
            <GridRow
              key={person.personId}
              person={person}
              at={from + i}
              sessions={sessions}
              due={due}
              unsent={marking.unsentOf(person.personId)}
              column={from + i === active.row ? active.column : -1}
              gridId={id}
              showsLast4={(namesakes.get(`${person.name}/${person.unit}`) ?? 0) > 1}
            />
          ))}
          {to < people.length && (
            <tr aria-hidden="true">
              <td colSpan={sessions.length + 2} style={{ height: (people.length - to) * rowHeight }} className={css.gap} />
            </tr>
          )}
        </tbody>
        <GridFoot tallies={columns} count={people.length} isOpen={grid.class.roster === 'open'} />
      </table>
    </div>
  );
}

/** Moves what is behind the fixed names, header and footer into view. */
function show(box: HTMLElement | null, { row, column }: Place): void {
  if (!box) return;
  const [head, foot] = [box.querySelector('thead'), box.querySelector('tfoot')];
  const top = row * rowHeight;
  const room = box.clientHeight - (head?.offsetHeight ?? 0) - (foot?.offsetHeight ?? 0);
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room;
  const halves = box.querySelectorAll<HTMLElement>('thead th');
  const [name, half] = [halves[0], halves[column + 1]];
  if (!name || !half) return;
  const left = half.offsetLeft - name.offsetWidth;
  if (left < box.scrollLeft) box.scrollLeft = left;
  else if (half.offsetLeft + half.offsetWidth > box.scrollLeft + box.clientWidth)
    box.scrollLeft = half.offsetLeft + half.offsetWidth - box.clientWidth;
}
