import { type RefusalCode, type Verdict } from '#contract';
import { standsAs } from '#schedule';
import { type StoredFact } from './attendance.repository.js';
import { type Facts, type Received, type Surroundings } from './facts.js';
import { ownerOf } from './folding/attribution.policy.js';
import { idOf, type ReadHeadCount, type ReadMark } from './read-mark.js';
import { fromRevokedPhone, type Placed, type Receipt, receiptOf, roomOf } from './receipt.policy.js';

export interface JudgedFact {
  review: RefusalCode | null;
  recordedOn: string | null;
}

/** What is said of each fact, and what of them is to be stored. */
export interface JudgedFacts {
  verdicts: Verdict[];
  marks: (JudgedFact & { mark: ReadMark })[];
  counts: (JudgedFact & { count: ReadHeadCount; verified: boolean })[];
  refusedIds: string[];
}

/** `known` are the facts stored already; those to be stored by this judgement are added to it. */
export function judgeFacts({ marks, counts }: Facts, input: Received, around: Surroundings, known: Map<string, StoredFact>): JudgedFacts {
  const judged: JudgedFacts = { verdicts: [], marks: [], counts: [], refusedIds: [] };
  const recordedOn = ({ id }: { id: string }): string | null => input.recordedOn?.get(id) ?? null;
  const say = <T extends ReadMark | ReadHeadCount>(sent: unknown, fact: T | null, receipt: (fact: T) => Receipt) => {
    const verdict = verdictOf(idOf(sent), fact, known, (one) => (around.revoked ? fromRevokedPhone(receipt(one)) : receipt(one)));
    judged.verdicts.push(verdict);
    if (verdict.verdict === 'refused' && fact) judged.refusedIds.push(fact.id);
    return verdict.verdict === 'accepted' || verdict.verdict === 'review' ? { review: verdict.code ?? null } : null;
  };
  for (const [i, mark] of marks.entries()) {
    const taken = say(input.marks[i], mark, (one) => judgeMark(one, around));
    if (taken) judged.marks.push({ mark: inItsRoom(mark!, around), recordedOn: recordedOn(mark!), ...taken });
  }
  for (const [i, count] of counts.entries()) {
    const taken = say(input.headCounts![i], count, (one) => judgeHeadCount(one, around));
    // Heads for a closed class, or of a room that is gone, wait for somebody else; those of a cancelled session are what they are, should
    // it be put back.
    const waits = taken?.review === 'classClosed' || taken?.review === 'viewingPointGone';
    const verified = !waits && around.verifies.has(count?.sessionId ?? 0);
    if (taken) judged.counts.push({ count: inItsRoom(count!, around), recordedOn: recordedOn(count!), verified, ...taken });
  }
  return judged;
}

function verdictOf<T extends { id: string; hash: Buffer }>(
  id: string,
  fact: T | null,
  known: Map<string, StoredFact>,
  receiptFor: (fact: T) => Receipt,
): Verdict {
  if (fact === null) return { id, verdict: 'refused', code: 'markMalformed' };
  const stored = known.get(fact.id);
  if (stored) {
    if (!stored.hash.equals(fact.hash)) return { id, verdict: 'conflict', code: 'markConflict' };
    return { id, verdict: 'already', ...(stored.review && { code: stored.review as RefusalCode }) };
  }
  const receipt = receiptFor(fact);
  if ('refused' in receipt) return { id, verdict: 'refused', code: receipt.refused };
  known.set(fact.id, { hash: fact.hash, review: receipt.review });
  return receipt.review ? { id, verdict: 'review', code: receipt.review } : { id, verdict: 'accepted' };
}

/** What is recorded in a room that was taken away meanwhile stands in the main one. */
const inItsRoom = <T extends Placed>(fact: T, { sessions }: Surroundings): T =>
  roomOf(fact, sessions.get(fact.sessionId)) === 'gone' ? { ...fact, viewingPointId: null } : fact;

function judgeMark(mark: ReadMark, around: Surroundings): Receipt {
  const session = around.sessions.get(mark.sessionId);
  const reach = around.reach.get(mark.sessionId) ?? 'notYours';
  if (mark.personId === null || !session) return receiptOf(session, reach, mark, null);
  if (!around.people.has(mark.personId)) return { refused: reach === 'notYours' ? 'sessionUnknown' : 'personUnknown' };
  const person = around.canonical.get(mark.personId) ?? mark.personId;
  const classes = session.classes.map(({ id, state }) => ({
    id,
    stands: standsAs(state),
    enrolled: around.rosters.has(`${id}/${person}`),
  }));
  return receiptOf(session, reach, mark, { owner: ownerOf(session.leadClassId, classes), onRoster: classes.some((one) => one.enrolled) });
}

const judgeHeadCount = (count: ReadHeadCount, { sessions, reach }: Surroundings): Receipt =>
  receiptOf(sessions.get(count.sessionId), reach.get(count.sessionId) ?? 'notYours', count, null);
