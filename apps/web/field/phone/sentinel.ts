import { type Lost, type Standing } from './state.ts';

interface Note extends Lost {
  deviceId: string;
}

/** Browsers that clear a database for want of space leave this alone. Nothing else is noted here: no marks, no rosters. */
const [noteKey, lostKey] = ['sitang.field.kept', 'sitang.field.lost'];

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
function put(key: string, value: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full phone: what was noted last stands.
  }
}

/** Notes beside the database what it holds, with everything that changes. */
export function noteKept({ stage, deviceId, holder, waiting }: Pick<Standing, 'stage' | 'deviceId' | 'holder' | 'waiting'>): void {
  if (stage === 'opening' || deviceId === '') return;
  const before = read<Note>(noteKey);
  const note: Note = { deviceId, name: holder?.name ?? '', ...waiting };
  const isNew = before?.deviceId !== deviceId || before.name !== note.name || before.own !== note.own || before.others !== note.others;
  if (isNew) put(noteKey, note);
}

/** The number that the phone had, also where its database is empty by now. */
export const notedDevice = (): string | undefined => read<Note>(noteKey)?.deviceId;

/** A database without the number of the phone is empty: what was lost with it, until somebody has read it; `null` for nothing. */
export function findLoss(deviceId: string | undefined): Lost | null {
  const note = deviceId === undefined ? read<Note>(noteKey) : null;
  if (note && (note.name !== '' || note.own + note.others > 0)) {
    const { name, own, others } = note;
    const before = read<Lost>(lostKey);
    // A phone that is cleared again before anybody has read of it: the loss outweighs its absence.
    if (!before || own + others > 0) put(lostKey, { name, own, others } satisfies Lost);
    put(noteKey, { deviceId: note.deviceId, name: '', own: 0, others: 0 } satisfies Note);
  }
  return read<Lost>(lostKey);
}

export function forgetLoss(): void {
  try {
    localStorage.removeItem(lostKey);
  } catch {
    // It is told once more.
  }
}
