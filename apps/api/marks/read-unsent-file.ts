import { isUtf8 } from 'node:buffer';
import { idOf, type UnsentInput } from '#attendance';
import { sealedText, unsentFormat, unsentLimit, unsentVersion } from '#contract';
import { Refusal } from '#platform/refusal';
import { judgeBody } from '../wire/body.js';

type Fields = Record<string, unknown>;
type Sealed = UnsentInput['holders'][number]['sealed'][number];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A file that a phone wrote. Around its records everything must be right; a record that cannot be kept is left to its own verdict.
 * @throws Refusal unsentFileInvalid, unsentFileNewer
 */
export function readUnsentFile(bytes: Buffer): UnsentInput {
  const file = parsed(bytes);
  if (!isFields(file) || file.format !== unsentFormat || typeof file.version !== 'number') throw new Refusal('unsentFileInvalid');
  if (file.version > unsentVersion) throw new Refusal('unsentFileNewer');
  const { content, seal } = file;
  if (!isFields(content)) throw new Refusal('unsentFileInvalid');
  const { deviceId, at, holders } = content;
  if (typeof deviceId !== 'string' || !uuid.test(deviceId) || typeof at !== 'string' || !Array.isArray(holders))
    throw new Refusal('unsentFileInvalid');
  // The first version sealed the content as a whole.
  const whole = file.version === 1 ? { text: JSON.stringify(content), seal: textOf(seal) } : null;
  const parts = holders.map((part) => partOf(part, deviceId, whole));
  const many = parts.reduce((sum, { marks, headCounts }) => sum + marks.length + headCounts.length, 0);
  if (many > unsentLimit) throw new Refusal('bodyTooLarge', { limit: unsentLimit });
  return { deviceId: deviceId.toLowerCase(), at: at.slice(0, 30), holders: parts };
}

function partOf(part: unknown, deviceId: string, whole: Sealed | null): UnsentInput['holders'][number] {
  if (!isFields(part)) throw new Refusal('unsentFileInvalid');
  const { instructorId: holder, marks, headCounts = [], seals } = part;
  if (typeof holder !== 'string' || !Array.isArray(marks) || !Array.isArray(headCounts)) throw new Refusal('unsentFileInvalid');
  const records: unknown[] = [...marks, ...headCounts];
  if (!whole && (!Array.isArray(seals) || seals.length !== records.length)) throw new Refusal('unsentFileInvalid');
  const sealed = records.map((record, i) => whole ?? { text: sealedText(deviceId, holder, record), seal: textOf((seals as unknown[])[i]) });
  return { holder, marks: marks.map(keepable), headCounts: headCounts.map(keepable), sealed };
}

function textOf(seal: unknown): string {
  if (typeof seal !== 'string') throw new Refusal('unsentFileInvalid');
  return seal;
}

/** What no column or client could hold is malformed, whatever else it says. */
function keepable(record: unknown): Fields {
  if (!isFields(record)) return {};
  try {
    judgeBody(record);
    return record;
  } catch (error) {
    if (error instanceof Refusal) return { id: idOf(record).replaceAll(/[^\w-]/g, '') };
    throw error;
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return isUtf8(bytes) ? JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) : null;
  } catch {
    return null;
  }
}
