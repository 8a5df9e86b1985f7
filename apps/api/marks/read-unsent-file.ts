import { isUtf8 } from 'node:buffer';
import { idOf, type UnsentInput } from '#attendance';
import { unsentFormat, unsentLimit, unsentVersion } from '#contract';
import { Refusal } from '#platform/refusal';
import { judgeBody } from '../wire/body.js';

type Fields = Record<string, unknown>;
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
  if (!isFields(content) || typeof seal !== 'string') throw new Refusal('unsentFileInvalid');
  const { deviceId, at, holders } = content;
  if (typeof deviceId !== 'string' || !uuid.test(deviceId) || typeof at !== 'string' || !Array.isArray(holders))
    throw new Refusal('unsentFileInvalid');
  const parts = holders.map(partOf);
  const many = parts.reduce((sum, { marks, headCounts }) => sum + marks.length + headCounts.length, 0);
  if (many > unsentLimit) throw new Refusal('bodyTooLarge', { limit: unsentLimit });
  return { sealed: content, seal, deviceId: deviceId.toLowerCase(), at: at.slice(0, 30), holders: parts };
}

function partOf(part: unknown): UnsentInput['holders'][number] {
  if (!isFields(part)) throw new Refusal('unsentFileInvalid');
  const { instructorId, marks, headCounts = [] } = part;
  if (typeof instructorId !== 'string' || !Array.isArray(marks) || !Array.isArray(headCounts)) throw new Refusal('unsentFileInvalid');
  return { instructorId, marks: marks.map(keepable), headCounts: headCounts.map(keepable) };
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
