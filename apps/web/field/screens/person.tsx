import { memo } from 'react';
import { type AttendanceStatus } from '#contract';
import { type Trainee } from '../kept/shapes.ts';
import { promptly } from '../prompt-taps.ts';
import { useStanding } from '../standing-now.ts';
import css from './person.module.css';

export interface PersonWords {
  nothing: string;
  matched: string;
  disputed: string;
  undecided: string;
  unsent: string;
  status: ReadonlyMap<AttendanceStatus, { said: string; mark: string }>;
}
interface PersonProps {
  sessionId: string;
  person: Trainee;
  /** The roll call that is looked at. */
  call: number;
  /** What the viewing points are called; none where everybody is in one room. */
  rooms: ReadonlyMap<string, string>;
  /** `null`: nothing can be marked any more. */
  onTap: ((person: Trainee) => void) | null;
  words: PersonWords;
}

/** One name, as wide as the hand. What it says is on the disk. */
export const Person = memo(function Person({ sessionId, person, call, rooms, onTap, words }: PersonProps) {
  const { status, room, disputed, undecided, unsent } = useStanding(sessionId, person, call);
  const word = status && words.status.get(status);
  const remarks = [
    room !== undefined && rooms.get(room),
    person.matched && words.matched,
    disputed && words.disputed,
    undecided && words.undecided,
    unsent && words.unsent,
  ].filter(Boolean);
  return (
    <li className={css.item}>
      <button
        type="button"
        {...promptly}
        className={css.person}
        data-status={status ?? 'none'}
        disabled={!onTap || person.matched}
        onClick={() => onTap?.(person)}
      >
        <span className={css.who}>
          <b>{person.name}</b>
          <span>{[person.unit, person.last4].filter(Boolean).join(' · ')}</span>
          {remarks.length > 0 && <span className={css.remark}>{remarks.join(' · ')}</span>}
        </span>
        <span className={css.mark}>
          <b aria-hidden>{word?.mark ?? '·'}</b>
          <span>{word?.said ?? words.nothing}</span>
        </span>
      </button>
    </li>
  );
});
