import { type Lost, type Standing } from './state.ts';

/** Of whom the phone was, and how many records were lost with what it held. */
interface Untold {
  of: string;
  count: number;
}
interface Note extends Lost {
  deviceId: string;
}

/** Browsers that clear a database for want of space leave this alone. Nothing else is noted here: no marks, no rosters. */
const [noteKey, lostKey, untoldKey] = ['sitang.field.kept', 'sitang.field.lost', 'sitang.field.untold'];

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

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // It is told once more.
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
    if (own + others > 0) put(untoldKey, { of: name, count: own + others + (read<Untold>(untoldKey)?.count ?? 0) } satisfies Untold);
    put(noteKey, { deviceId: note.deviceId, name: '', own: 0, others: 0 } satisfies Note);
  }
  return read<Lost>(lostKey);
}

export const forgetLoss = (): void => remove(lostKey);

/** What the county has not been told of yet, whether or not somebody has read it here. */
export const untoldLoss = (): Untold | undefined => read<Untold>(untoldKey) ?? undefined;
export const lossTold = (): void => remove(untoldKey);
