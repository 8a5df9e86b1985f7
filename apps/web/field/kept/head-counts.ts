import { type HeadCountEvent, type HeadCountMethod, type HeadCountMode } from '#contract';
import { uuid } from '../../api/uuid.ts';
import { now } from '../clock.ts';
import { headsReplaced } from '../rules/heads.policy.ts';
import { write } from './database.ts';
import { demandHolder } from './marks.ts';
import { type HeadCountRecord, isHeadCount, wholeSession } from './shapes.ts';

export interface CountedHeads {
  sessionId: string;
  room?: string;
  mode: HeadCountMode;
  count: number;
  method: HeadCountMethod;
  countedBy: string;
}

/**
 * Writes a head count beside the marks, and answers when it is on the disk. A whole names what the phone knows of the room by then.
 * @throws DOMException where the phone could not keep it; NotTheHolder
 */
export async function writeHeadCount(by: string, { sessionId, room, ...counted }: CountedHeads): Promise<HeadCountRecord> {
  const [id, at] = [uuid(), now().toISOString()];
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
    const replaces = headsReplaced(counted.mode, session ? wholeSession(session) : { headCounts: [] }, own, room);
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
