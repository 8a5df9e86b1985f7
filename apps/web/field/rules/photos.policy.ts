import { type Problem } from '../../api/problem.ts';

/** So much of the phone's storage photos leave to marks. */
const keptForMarks = 10_000_000;

/** Whether a photo of so many bytes finds room beside the marks to come. A browser that says nothing of its storage refuses by itself. */
export const hasRoom = (storage: { quota?: number; usage?: number } | undefined, bytes: number): boolean =>
  storage?.quota === undefined || storage.quota - (storage.usage ?? 0) - bytes >= keptForMarks;

/** What to do with a photo that was not taken: what passes is tried again, what is said of the photo itself is final. */
export const photoRemedy = ({ code, status }: Pick<Problem, 'code' | 'status'>): 'wait' | 'refuse' =>
  code === 'offline' || status === 401 || status === 408 || status === 429 || status >= 500 ? 'wait' : 'refuse';
