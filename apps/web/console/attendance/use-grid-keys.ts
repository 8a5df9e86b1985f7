import { type KeyboardEvent } from 'react';
import { type AttendanceStatus } from '#contract';
import { type Place } from './grid-table.tsx';
import { statusOfKey } from './sheet.ts';

interface Doing {
  rows: number;
  columns: number;
  active: Place;
  move: (to: Place) => void;
  set: (status: AttendanceStatus) => void;
  clear: () => void;
  undo: () => void;
  open: () => void;
  /** A name begins: what is typed goes to the finder. */
  seek: () => void;
}

const page = 15;

/** What the keys do on the grid. The shortcuts of the page rest while it has the focus: there a letter begins a name. */
export function useGridKeys({ rows, columns, active, move, set, clear, undo, open, seek }: Doing): (event: KeyboardEvent) => void {
  return (event) => {
    const { key } = event;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() === 'z' && !event.shiftKey) {
        done();
        return undo();
      }
      if (key !== 'Home' && key !== 'End') return;
    }
    if (event.altKey || key === 'Tab' || key === 'Shift') return;
    const { row, column } = active;
    const to = (next: Partial<Place>): void => {
      done();
      move({
        row: Math.min(Math.max(next.row ?? row, 0), rows - 1),
        column: Math.min(Math.max(next.column ?? column, 0), columns - 1),
      });
    };
    const whole = event.ctrlKey || event.metaKey;
    if (key === 'ArrowUp') return to({ row: row - 1 });
    if (key === 'ArrowDown') return to({ row: row + 1 });
    if (key === 'ArrowLeft') return to({ column: column - 1 });
    if (key === 'ArrowRight') return to({ column: column + 1 });
    if (key === 'PageUp') return to({ row: row - page });
    if (key === 'PageDown') return to({ row: row + page });
    if (key === 'Home') return to(whole ? { row: 0, column: 0 } : { column: 0 });
    if (key === 'End') return to(whole ? { row: rows - 1, column: columns - 1 } : { column: columns - 1 });
    const status = statusOfKey(key);
    if (status) {
      done();
      return set(status);
    }
    if (key === 'Delete' || key === 'Backspace') {
      done();
      return clear();
    }
    if (key === 'Enter' || key === ' ') {
      done();
      return open();
    }
    // Not prevented: the letter, or the input method that it opens, goes on in the finder.
    if (key === 'Process' || (key.length === 1 && !/[0-9?/]/.test(key))) {
      event.stopPropagation();
      seek();
    }
  };
}
