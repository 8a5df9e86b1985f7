import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attendanceStatuses, packetLimit } from '#contract';
import { VerifyFigures } from '#statistics';
import { dice } from '../factories/dice.js';
import { type Field, startField } from '../factories/field.js';
import { enrolled, hand, type Phone } from '../factories/phones.js';
import { done, people, session, together, trainingClass } from '../factories/training.js';
import { shownOf, type Twin } from '../factories/twin-worlds.js';
import { plantUnit } from './support/county.js';

/** `FAULTS_MARKS` for the long form. */
const many = Number(process.env.FAULTS_MARKS ?? 2_000);
const devices = 20;
const shape = { trainees: 50, sessions: 10 } as const;

/** A mark as it was thought up: the same in each world, whose ids stand in the same order. */
interface Thought {
  device: number;
  session: number;
  person: number;
  status: string;
  /** Which of those before it at the same place it takes the place of. */
  replaces: number[];
}

/** Twenty instructors mark the same people, correct themselves and each other, and the network does what it likes. */
describe(`${many} marks from ${devices} phones`, () => {
  let field: Field;
  let phones: Phone[];
  beforeAll(async () => {
    field = await startField();
    phones = [];
    for (let i = 0; i < devices; i++) phones.push(await enrolled(field.training.product, field.training.organiser, field.instructorId));
  });
  afterAll(() => field?.training.stop());

  /** A town with one class, as every other of these but for its ids. */
  async function plantWorld(): Promise<Twin> {
    const { training, instructorId } = field;
    const { product, county } = training;
    const above = { id: county.county, path: `/${county.county}/`, county: county.county, town: county.county, village: county.county };
    const town = await plantUnit(product.db, 'town', '示例镇', null, above);
    const village = await plantUnit(product.db, 'village', '上村', null, town);
    const trainees = await people(training, shape.trainees, { unitId: village.id });
    const classId = await trainingClass(training, { kind: 'thematic', hosts: [String(town.id)], people: trainees });
    const sessions: string[] = [];
    for (let i = 0; i < shape.sessions; i++)
      sessions.push(
        await session(training, classId, { date: `2021-03-0${1 + (i % 9)}`, dayPart: i < 9 ? 'am' : 'pm', instructorIds: [instructorId] }),
      );
    return { town: String(town.id), villages: [String(village.id)], people: trainees, classes: [classId], sessions, rooms: {} };
  }

  function think(seed: number): Thought[] {
    const { below, chance, of } = dice(seed);
    const at = new Map<string, number[]>();
    return Array.from({ length: many }, (_, i) => {
      const [where, who] = [below(shape.sessions), below(shape.trainees)];
      const before = at.get(`${where}/${who}`) ?? [];
      at.set(`${where}/${who}`, [...before, i]);
      const replaces = chance(0.8) ? before.filter(() => chance(0.9)) : [];
      return { device: below(devices), session: where, person: who, status: of(attendanceStatuses), replaces };
    });
  }
  const idIn = (world: Twin, rank: number): string =>
    `${rank.toString(16).padStart(8, '0')}-0000-4000-a000-${Number(world.town).toString(16).padStart(12, '0')}`;
  const marksIn = (world: Twin, thoughts: readonly Thought[], ranks: readonly number[]) =>
    thoughts.map(({ session: where, person, status, replaces }, i) => ({
      id: idIn(world, ranks[i]!),
      sessionId: world.sessions[where]!,
      slot: 1,
      personId: world.people[person]!,
      status,
      method: 'roll',
      at: '2021-03-01T01:00:00.000Z',
      ...(replaces.length > 0 && { replaces: replaces.slice(-100).map((n) => idIn(world, ranks[n]!)) }),
    }));

  it('in random order, with duplicates and packets sent again shuffled: the attendance and the figures of one phone after the other', async () => {
    const seed = 2021;
    const { below, chance, shuffle } = dice(seed);
    const thoughts = think(seed);
    const ranks = shuffle(thoughts.map((_, i) => i));
    const [serial, scattered] = [await plantWorld(), await plantWorld()];
    const said = new Map<string, string[]>();
    const send = async (phone: Phone, marks: readonly object[]): Promise<void> => {
      const { verdicts } = done(await hand(field.training.product, phone, [...marks])).json as {
        verdicts: { id: string; verdict: string }[];
      };
      for (const { id, verdict } of verdicts) said.set(id, [...(said.get(id) ?? []), verdict]);
    };

    const inTurn = marksIn(serial, thoughts, ranks);
    for (let i = 0; i < many; i += packetLimit) await send(phones[0]!, inTurn.slice(i, i + packetLimit));

    const begun = performance.now();
    const anyhow = marksIn(scattered, thoughts, ranks);
    let sent = 0;
    const lanes = phones.map(async (phone, device) => {
      const own = shuffle(anyhow.filter((_, i) => thoughts[i]!.device === device));
      // Some stand on another phone, too: a backup was put back, or a file was taken in.
      const all = shuffle([...own, ...own.filter(() => chance(0.3)), ...shuffle(anyhow).slice(0, Math.ceil(own.length / 10))]);
      for (let i = 0; i < all.length;) {
        const packet = all.slice(i, (i += 1 + below(packetLimit / 2)));
        for (let times = chance(0.3) ? 2 : 1; times > 0; times--) {
          sent += packet.length;
          await send(phone, shuffle(packet));
        }
      }
    });
    await together(lanes);
    process.stdout.write(
      `${many} marks sent ${sent} times by ${devices} phones in ${((performance.now() - begun) / 1_000).toFixed(1)} s\n`,
    );

    expect(said.size).toBe(2 * many);
    for (const [id, verdicts] of said) expect([id, verdicts.filter((one) => one !== 'already')]).toEqual([id, ['accepted']]);
    const [one, other] = [await shownOf(field.training, serial), await shownOf(field.training, scattered)];
    expect(other).toEqual(one);
    // There was something to agree about.
    const cells = one.grids[0]!.flatMap((row: { cells: [unknown, { disputed: boolean }[]][] }) => row.cells.flatMap(([, list]) => list));
    expect(cells.filter((cell: { disputed: boolean }) => cell.disputed).length).toBeGreaterThan(20);
    expect((await field.training.product.get(VerifyFigures).whenSettled(60_000))!.filter((drift) => drift.rows > 0)).toEqual([]);
  }, 300_000);
});
