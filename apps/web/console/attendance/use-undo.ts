import { App } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client.ts';
import { listed, n } from '../parts/quantities.ts';
import { useSaid } from '../parts/states.tsx';
import { gridKey, leaveOut } from './questions.ts';
import { type GridPerson, type GridSession } from './sheet.ts';
import { type Marking, type Step } from './use-marking.ts';

/** So many marks are left out side by side. */
const atOnce = 4;
const named = 5;
const key = 'attendance';

export interface Undo {
  /** Returns the step that is taken back; nothing where there is none. */
  undo: () => readonly Step[];
  /** The cell still shows what is being undone: to mark the same again is a new mark. */
  isUndoing: (person: GridPerson, session: GridSession) => boolean;
}

/**
 * Takes the last step back, whole: what was never sent as if it had never been, what was sent as decided not to count. Such a mark takes
 * the place of nothing, so that each cell is again as it was before, empty or not. What could not be undone is said, and can be tried again.
 */
export function useUndo(classId: string, marking: Marking): Undo {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const said = useSaid();
  const going = useRef<readonly Step[]>([]);
  const leaveAllOut = async (sent: readonly Step[]): Promise<void> => {
    going.current = [...going.current, ...sent];
    await marking.queue.landed(sent.map(({ id }) => id));
    const failed: Step[] = [];
    let [done, why] = [0, ''];
    const tell = (): void => {
      const content = t('attendance.undone.going', { done: n(done), all: n(sent.length) });
      if (sent.length > 1) void message.loading({ key, content, duration: 0 });
    };
    tell();
    await sideBySide(sent, async (step) => {
      try {
        await leaveOut(step.id);
      } catch (problem) {
        // A mark that never arrived stands nowhere.
        if (!(problem instanceof Problem && problem.code === 'notFound')) {
          failed.push(step);
          why = said(problem);
        }
      }
      done += 1;
      tell();
    });
    marking.giveBack(failed);
    for (const queryKey of [['waiting'], ['figures']]) void client.invalidateQueries({ queryKey });
    if (failed.length > 0) {
      const who = listed(failed.slice(0, named).map(({ person }) => person.name));
      const more = failed.length > named ? t('attendance.andMore', { count: failed.length - named, n: n(failed.length) }) : '';
      const content = t('attendance.undone.failed', { count: failed.length, n: n(failed.length), who, more, why });
      void message.warning({ key, content, duration: 8 });
    } else if (sent.length > 1) {
      void message.success({ key, content: t('attendance.undone.all', { count: sent.length, n: n(sent.length) }) });
    }
    await client.invalidateQueries({ queryKey: gridKey(classId) });
    going.current = going.current.filter((step) => !sent.includes(step));
  };
  const undo = (): readonly Step[] => {
    const steps = marking.takeLast();
    const sent = steps.filter(({ id }) => !marking.queue.takeBack([id]));
    if (sent.length > 0) void leaveAllOut(sent);
    return steps;
  };
  const isUndoing: Undo['isUndoing'] = ({ personId }, { id }) =>
    going.current.some(({ person, session }) => person.personId === personId && session.id === id);
  return { undo, isUndoing };
}

async function sideBySide<T>(all: readonly T[], deed: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const turn = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await deed(one);
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
}
