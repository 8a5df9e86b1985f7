import { packetLimit } from '#contract';
import { Problem } from '../../api/problem.ts';
import { now } from '../clock.ts';
import { countWaiting, keepRefusal, keepVerdicts, nextPacket } from '../kept/packets.ts';
import { keepPack, type MergedPack, readBeforeAsking } from '../kept/packs.ts';
import { type FieldRecord, isHeadCount, isMark } from '../kept/shapes.ts';
import { mostAt, narrowedAfter, type Narrowed, nextSize, remedyFor } from '../rules/packets.policy.ts';
import { askForPack, handOver } from '../server.ts';

/** What came of handing over. */
export interface HandedOver {
  /** Why something still waits; `null` where nothing does. */
  problem: Problem | null;
  /** What waits is not handed over by this holder's token, however often it is tried: it is let in no more, or the county stumbles. */
  isStuck: boolean;
  /** So many wait only because the county stumbles over them. */
  passedOver: number;
  /** What the server says of this phone. */
  revoked: { wipe: boolean } | null;
}

/** A packet over which the server stumbled: by its first record, and how often. */
const stumbles = new Map<number, number>();
/** What goes through on the way to the county, as far as this page has found out. */
const way = { most: packetLimit, isPlain: false };
/** What is too much for the signal as it is, as far as this page has found out. */
let narrowed: Narrowed = { most: packetLimit, until: 0 };
const mostNow = (): number => mostAt(way.most, narrowed, performance.now());

/**
 * Hands over what waits for this holder, oldest first, a packet after the other. Every verdict is on the disk before the next packet leaves.
 * One record that cannot be taken is found by halving, and stops no other.
 */
export async function handOverAll(
  { token, deviceId, by }: { token: string; deviceId: string; by: string },
  onChanged: (records: FieldRecord[]) => void,
): Promise<HandedOver> {
  const passedOver = new Set<number>();
  let size = mostNow();
  let revoked: HandedOver['revoked'] = null;
  let problem: Problem | null = null;
  const endingWith = (why: Problem | null, isStuck: boolean): HandedOver => ({
    problem: why,
    revoked,
    isStuck,
    passedOver: passedOver.size,
  });
  for (;;) {
    const packet = await nextPacket(by, size, passedOver);
    if (packet.length === 0) return endingWith(problem, passedOver.size > 0);
    const first = packet[0]!.seq;
    onChanged(packet);
    try {
      const waiting = (await countWaiting(by)).own - packet.length;
      const device = { app: import.meta.env.VITE_APP_VERSION as string, waiting, sentAt: now().toISOString() };
      const marks = packet.filter(isMark).map(({ mark }) => mark);
      const headCounts = packet.filter(isHeadCount).map(({ mark }) => mark);
      const answer = await handOver(token, { deviceId, device, marks, ...(headCounts.length > 0 && { headCounts }) }, way.isPlain);
      const answered = await keepVerdicts(packet, answer.verdicts, now().toISOString());
      stumbles.clear();
      onChanged(answered);
      revoked = answer.device.revoked ? { wipe: answer.device.wipe } : null;
      const said = new Set(answer.verdicts.map(({ id }) => id));
      if (packet.some(({ mark }) => !said.has(mark.id))) return endingWith(new Problem('unexpected', 500), false);
      size = nextSize(packet.length, true, mostNow());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.facts.tooSlow) narrowed = narrowedAfter(packet.length, performance.now());
      const stumbled = (stumbles.get(first) ?? 0) + 1;
      stumbles.set(first, stumbled);
      const remedy = remedyFor(error, { many: packet.length, stumbles: stumbled, isPacked: !way.isPlain });
      if (remedy === 'wait' || remedy === 'stop') return endingWith(error, remedy === 'stop');
      if (remedy === 'plainer') {
        way.isPlain = true;
        size = way.most = nextSize(packet.length, false, packetLimit);
      }
      if (remedy === 'split') size = nextSize(packet.length, false, packetLimit);
      if (remedy === 'refuse' && error.code !== 'offline') onChanged(await keepRefusal(packet[0]!, error.code));
      if (remedy === 'passOver') {
        passedOver.add(first);
        problem = error;
      }
    }
  }
}

/**
 * Fetches what changed since the last pack, and keeps it; `null` where another tab was ahead.
 * @throws Problem, DOMException
 */
export async function fetchPack(token: string): Promise<MergedPack | null> {
  const asked = await readBeforeAsking(token);
  if (!asked) return null;
  const ask = async (since: string | undefined): Promise<MergedPack | null> =>
    keepPack(await askForPack(token, since), asked, { whole: since === undefined, now: now() });
  try {
    return await ask(asked.cursor);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'cursorInvalid') throw error;
    return ask(undefined);
  }
}
