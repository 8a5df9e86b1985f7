import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../parts/class-names.ts';
import css from './grid.module.css';
import { type Unsent } from './mark-queue.ts';
import { type GridPerson, type GridSession, type Half, halfOf, tallyOfRow } from './sheet.ts';
import { TallyText } from './tally-text.tsx';

interface Props {
  person: GridPerson;
  /** Its place on the roster, from 0. */
  at: number;
  sessions: readonly GridSession[];
  due: readonly GridSession[];
  unsent: readonly Unsent[];
  /** -1: the active cell is in another row. */
  column: number;
  gridId: string;
  showsLast4: boolean;
}

/** A line of the grid. It is drawn anew only when something of this very person changed. */
export const GridRow = memo(function GridRow({ person, at, sessions, due, unsent, column, gridId, showsLast4 }: Props) {
  return (
    <tr aria-rowindex={at + 2} data-row={at}>
      <th scope="row" className={css.name} title={`${person.name} · ${person.unit}`}>
        <span className={css.no}>{person.rosterNo ?? at + 1}</span>
        <span className={css.who}>
          <bdi>{person.name}</bdi>
          <small>
            {person.unit}
            {showsLast4 && person.last4 && ` ·${person.last4}`}
          </small>
        </span>
      </th>
      {sessions.map((session, i) => (
        <HalfCell
          key={session.id}
          id={`${gridId}-${at}-${i}`}
          column={i}
          half={halfOf(person, session.id, unsent)}
          off={session.state !== 'scheduled'}
          active={column === i}
        />
      ))}
      <td className={css.tally} aria-colindex={sessions.length + 2}>
        <TallyText of={tallyOfRow(person, due, unsent)} />
      </td>
    </tr>
  );
});

/** One half-day of one person: a character, and by shape as well as by colour what is unusual about it. */
function HalfCell({ id, column, half, off, active }: { id: string; column: number; half: Half; off: boolean; active: boolean }) {
  const { t } = useTranslation();
  const { status, disputed, waiting, hint, sending, refused, calls } = half;
  const shown = status ?? waiting;
  const said = [
    shown ? t(`domain.status.${shown}`) : t('attendance.nothing'),
    disputed && t('attendance.disputed'),
    waiting && t('attendance.waits'),
    hint && t(`attendance.hint.${hint}`),
    calls > 1 && t('attendance.calls', { count: calls }),
    sending && t('attendance.sending'),
    refused && t('attendance.refused'),
  ].filter(Boolean);
  return (
    <td
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={active}
      title={said.length > 1 ? said.join(' · ') : undefined}
      data-column={column}
      data-status={shown ?? 'none'}
      className={cx(
        css.cell,
        off && css.off,
        active && css.active,
        disputed && css.disputed,
        waiting && css.waiting,
        sending && css.sending,
        refused && css.refused,
      )}
    >
      <span className="unseen">{said.join(' · ')}</span>
      <span aria-hidden="true">{shown ? t(`domain.statusMark.${shown}`) : '·'}</span>
      {(disputed || refused) && <sup aria-hidden="true">!</sup>}
      {!disputed && !refused && waiting && <sup aria-hidden="true">?</sup>}
      {!disputed && !refused && !waiting && hint && <sup aria-hidden="true">{t(`attendance.hintMark.${hint}`)}</sup>}
    </td>
  );
}
