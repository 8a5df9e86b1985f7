import { type HeadCountEvent, type HeadCountMethod, type HeadCountMode } from '#contract';
import { now } from '../clock.ts';
import { headsIn, headsReplaced } from '../rules/heads.policy.ts';
import { write } from './database.ts';
import { demandHolder } from './marks.ts';
import { type HeadCountRecord, isHeadCount, wholeSession } from './shapes.ts';

export interface CountedHeads {
  /** Made once for what was typed: tapped twice, it is one count. */
  id: string;
  sessionId: string;
  room?: string;
  mode: HeadCountMode;
  count: number;
  method: HeadCountMethod;
  countedBy: string;
}

/**
 * Writes a head count beside the marks, and answers when it is on the disk. A whole names what the phone knows of the room by then. `null`,
 * and nothing is written: a part, of a room of which somebody has given the whole by then.
 * @throws DOMException where the phone could not keep it; NotTheHolder
 */
export async function writeHeadCount(by: string, { id, sessionId, room, ...counted }: CountedHeads): Promise<HeadCountRecord | null> {
  const at = now().toISOString();
  return write(async (transaction) => {
    await demandHolder(transaction, by);
    const records = transaction.objectStore('records');
    const before = await records.index('id').get(id);
    if (before) return before as HeadCountRecord;
    // The pack tells of all others, and of what others counted on this phone once they have handed it over.
    const own = (await records.index('open').getAll())
      .filter(isHeadCount)
      .filter((one) => one.by === by && one.mark.sessionId === sessionId);
    const session = await transaction.objectStore('sessions').get(sessionId);
    const told = session ? wholeSession(session) : { headCounts: [] };
    if (counted.mode === 'add' && headsIn(told, own, room).hasWhole) return null;
    const replaces = headsReplaced(counted.mode, told, own, room);
    const mark: HeadCountEvent = {
      id,
      sessionId,
      ...(room !== undefined && { viewingPointId: room }),
      ...counted,
      at,
      ...(replaces.length > 0 && { replaces }),
    };
    const record: Omit<HeadCountRecord, 'seq'> = { mark, by, state: 'waiting', tried: false, inPack: false, open: 1 };
    return { ...record, seq: await records.add(record as HeadCountRecord) };
  });
}
