import { type Db, insertRows, uuidBytes } from '#platform/database';
import { type County } from '../stories/support/county.js';

/** The same numbers for the same seed: mulberry32. */
export function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const hex = (n: number): string => Array.from({ length: n }, () => below(16).toString(16)).join('');
  return {
    below,
    chance: (p: number): boolean => next() < p,
    of: <T>(list: readonly T[]): T => list[below(list.length)]!,
    some: <T>(list: readonly T[], many: number): T[] => [...new Set(Array.from({ length: many }, () => list[below(list.length)]!))],
    shuffle: <T>(list: readonly T[]): T[] => {
      const mixed = [...list];
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
      }
      return mixed;
    },
    list: <T>(most: number, make: (i: number) => T): T[] => Array.from({ length: below(most + 1) }, (_, i) => make(i)),
    day: (): string => `2021-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`,
    uuid: (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}

interface OddMark {
  id: string;
  walksIn: boolean;
  person: number;
  slot?: number;
  decision?: string;
}

const statuses = ['present', 'present', 'present', 'late', 'leftEarly', 'onLeave', 'absent'];
const closing = new Date('2021-07-01T00:00:00Z');

/**
 * Plants facts that are legal and odd, straight into the tables: people who moved and merged, classes that sit together, void
 * and cancelled ones, marks that replace each other in rings and before they arrive, rooms counted twice. Nothing is compiled.
 */
export async function plantOddYear(db: Db, county: County, seed: number, { people: many = 50, classes = 12 } = {}): Promise<void> {
  const { below, chance, of, some, list, day, uuid } = dice(seed);
  const units = [county.county, county.hengqu, county.doujiabu, county.hengquVillage, county.jinquVillage, county.organ];
  const firstFree = async (table: string): Promise<number> =>
    Number((await db.query(`SELECT COALESCE(MAX(id), 0) + 1 AS next FROM ${table}`))[0].next);
  const orNull = <T>(value: T, p = 0.3): T | null => (chance(p) ? null : value);

  const person = await firstFree('people');
  const persons = Array.from({ length: many }, (_, i) => person + i);
  await insertRows(
    db,
    'people',
    persons.map((id) => {
      const party_from = orNull(day(), 0.6);
      return {
        id,
        code: `P${id}`,
        name: `示例${id}`,
        gender: orNull(of(['female', 'male'])),
        born: orNull(`${1950 + below(55)}${day().slice(4)}`),
        minority: orNull(chance(0.2)),
        education: orNull(of(['primary', 'college', 'bachelor'])),
        party_from,
        party_until: party_from === null || chance(0.7) ? null : `2022${day().slice(4)}`,
        unit_id: of(units),
      };
    }),
  );
  const kinds = ['villageSecretary', 'selectedGraduate', 'reserveCadre', 'prosperityLeader'];
  await insertRows(
    db,
    'positions',
    some(persons, many / 3).flatMap((person_id) =>
      some(kinds, 2).map((kind) => ({ person_id, kind, valid_from: day(), valid_to: orNull(`2022${day().slice(4)}`), unit_id: of(units) })),
    ),
  );
  await insertRows(
    db,
    'person_units',
    some(persons, many / 2).flatMap((person_id) =>
      [...new Set(list(3, day))].map((valid_from) => ({ person_id, valid_from, unit_id: of(units) })),
    ),
  );
  await insertRows(
    db,
    'person_aliases',
    some(persons.slice(5), many / 8).map((person_id) => ({ person_id, canonical_id: person_id - 1 - below(4) })),
  );

  const site = await firstFree('teaching_sites');
  const sites = units.map((unit_id, i) => ({ id: site + i, name: `教学点${site + i}`, unit_id }));
  await insertRows(db, 'teaching_sites', sites);
  const firstClass = await firstFree('classes');
  const all = Array.from({ length: classes }, (_, i) => {
    const state = of(['running', 'running', 'running', 'closed', 'cancelled', 'void']);
    return {
      id: firstClass + i,
      code: `B${firstClass + i}`,
      name: `示例班${firstClass + i}`,
      kind: of(['online', 'thematic', 'practical', 'demonstration']),
      delivery_mode: of(['inPerson', 'inPerson', 'live', 'homeVisit']),
      roster: of(['open', 'closed']),
      state,
      starts_on: '2021-01-01',
      ends_on: '2021-12-31',
      host_unit_id: of(units),
      village_id: orNull(county.doujiabu, 0.7),
      closed_at: state === 'closed' ? closing : null,
    };
  });
  await insertRows(db, 'classes', all);
  await insertRows(
    db,
    'class_units',
    all.map((one) => ({ class_id: one.id, role: 'host', position: 1, unit_id: one.host_unit_id })),
  );
  await insertRows(
    db,
    'enrollments',
    all.flatMap((one) =>
      some(persons, 12).map((person_id) => ({
        class_id: one.id,
        person_id,
        enrolled_on: '2021-01-01',
        removed_on: chance(0.1) ? '2021-02-01' : null,
      })),
    ),
  );

  const firstSession = await firstFree('sessions');
  const sessions = Array.from({ length: classes * 3 }, (_, i) => {
    const leading = of(all);
    const together = all.filter((one) => one.kind === leading.kind && one.id !== leading.id);
    return {
      id: firstSession + i,
      code: String(firstSession + i),
      lead_class_id: leading.id,
      topic: '示例课',
      date: day(),
      day_part: of(['am', 'pm', 'evening']),
      state: of(['scheduled', 'scheduled', 'scheduled', 'scheduled', 'cancelled', 'void']),
      site_id: chance(0.3) ? of(sites).id : null,
      for_unit_id: orNull(of(units), 0.7),
      serves: [leading.id, ...(together.length > 0 && chance(0.4) ? some(together, 2).map((one) => one.id) : [])],
    };
  });
  await insertRows(
    db,
    'sessions',
    sessions.map(({ serves: _, ...row }) => row),
  );
  await insertRows(
    db,
    'session_classes',
    sessions.flatMap((one) => one.serves.map((class_id) => ({ session_id: one.id, class_id }))),
  );
  await insertRows(
    db,
    'checkpoints',
    sessions
      .filter((one) => one.site_id === null && chance(0.2))
      .flatMap((one) => [3, 1, 2].map((position) => ({ session_id: one.id, position, site_id: of(sites).id }))),
  );
  const firstPoint = await firstFree('viewing_points');
  const points = sessions
    .flatMap((one) => (chance(0.4) ? ['甲', '乙'].map((name) => ({ session_id: one.id, name, for_unit_id: of(units) })) : []))
    .map((point, i) => ({ id: firstPoint + i, ...point }));
  await insertRows(db, 'viewing_points', points);

  for (const one of sessions) {
    const rooms = [null, ...points.filter((point) => point.session_id === one.id).map((point) => point.id)];
    const received = (): Date => new Date(closing.getTime() + (chance(0.3) ? 1 : -1) * (1 + below(1_000_000)));
    const reception = () => ({
      origin: of(['field', 'console', 'self', 'import']),
      device_at: closing,
      received_at: received(),
    });
    // Few people, so that several marks of each stand at one session.
    const cast = some(persons, 4);
    const marks: OddMark[] = list(18, () => ({ id: uuid(), walksIn: chance(0.08), person: of(cast) }));
    // Somebody's word was rejected after it had been corrected: the correction stands for what the word had replaced, too.
    const chained = chance(0.4) ? [uuid(), uuid(), uuid()] : [];
    marks.push(...chained.map((id, i) => ({ id, walksIn: false, person: cast[0]!, slot: 1, decision: i === 1 ? 'reject' : 'admit' })));
    await insertRows(
      db,
      'marks',
      marks.map((mark) => ({
        session_id: one.id,
        id: uuidBytes(mark.id),
        slot: mark.slot ?? 1 + below(2),
        person_id: mark.walksIn ? null : mark.person,
        walk_in_name: mark.walksIn ? '来客' : null,
        viewing_point_id: of(rooms),
        status: of(statuses),
        method: 'roll',
        body_hash: Buffer.alloc(16),
        ...reception(),
      })),
    );
    // Mostly of the same person, so that chains and rings come about; some of ids that never arrive.
    const edges = (facts: readonly { id: string; person?: number }[]) =>
      new Map(
        facts
          .filter(() => chance(0.5))
          .map(
            (fact) =>
              [fact.id, chance(0.1) ? uuid() : of(chance(0.8) ? facts.filter((one) => one.person === fact.person) : facts).id] as const,
          )
          .filter(([id, replaced]) => id !== replaced),
      );
    await insertRows(
      db,
      'mark_replacements',
      [...edges(marks.filter((mark) => !mark.decision)), ...chained.slice(1).map((id, i) => [id, chained[i]!] as const)].map(
        ([id, replaced]) => ({ session_id: one.id, mark_id: uuidBytes(id), replaced_id: uuidBytes(replaced) }),
      ),
    );
    await insertRows(
      db,
      'mark_decisions',
      marks
        .filter((mark) => mark.decision ?? chance(0.3))
        .map((mark) => {
          const decision = mark.decision ?? (mark.walksIn ? of(['match', 'reject']) : of(['admit', 'reject']));
          return {
            mark_id: uuidBytes(mark.id),
            session_id: one.id,
            decision,
            person_id: decision === 'match' ? mark.person : null,
            decided_at: closing,
          };
        }),
    );
    const counts = list(4, () => ({ id: uuid() }));
    await insertRows(
      db,
      'head_counts',
      counts.map(({ id }) => ({
        session_id: one.id,
        id: uuidBytes(id),
        viewing_point_id: of(rooms),
        mode: of(['replace', 'add']),
        heads: below(25),
        method: 'counted',
        counted_by: '村文书',
        verified_at: chance(0.6) ? closing : null,
        body_hash: Buffer.alloc(16),
        ...reception(),
      })),
    );
    await insertRows(
      db,
      'head_count_replacements',
      [...edges(counts)].map(([id, replaced]) => ({ session_id: one.id, head_count_id: uuidBytes(id), replaced_id: uuidBytes(replaced) })),
    );
  }
}
