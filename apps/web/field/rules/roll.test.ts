import { describe, expect, it } from '@jest/globals';
import { attendanceStatuses } from '#contract';
import { type HeadCountRecord, type KeptSession, type MarkRecord, type Trainee, type WalkIn } from '../kept/shapes.ts';
import { headsEverywhere, headsIn, headsReplaced } from './heads.policy.ts';
import { rollCallsOf, whereIn } from './roll-calls.policy.ts';
import { nextIn, replacesIn, standingOf } from './standing.policy.ts';
import { isMatchedThere, keyOf, likelyVillages, readWalkIn, tooMany, walkInsOf } from './walk-ins.policy.ts';

const session = (more: Partial<KeptSession> = {}): KeptSession =>
  ({ id: '7', checkpoints: [], viewingPoints: [], roster: [], walkIns: [], headCounts: [], ...more }) as unknown as KeptSession;
const recorded = { seq: 1, by: '5', state: 'waiting', tried: false, inPack: false } as const;
const at = '1970-01-01T00:00:00.000Z';

describe('somebody on no list', () => {
  const stranger: WalkIn = { name: '李四', village: '邻村' };
  const typed = (name: string, village = '', phone = '') => readWalkIn({ name, village, phone });

  it('is read as typed, on one line; of a phone only the last four stay', () => {
    expect(typed(' 李四 ', '', '0123')).toEqual({ walkIn: { name: '李四', phoneTail: '0123' } });
    expect(typed('李\n四', '邻村', '１３９ 0000-0123')).toEqual({ walkIn: { name: '李 四', village: '邻村', phoneTail: '0123' } });
    for (const name of ['<b>李四</b>', '李四🍒', "O'Brien & Söhne"]) expect(typed(name)).toEqual({ walkIn: { name } });
    expect(typed('李\ud83c四\0')).toEqual({ walkIn: { name: '李四' } });
  });

  it('is told what is wrong, character by character as a reader counts', () => {
    expect(typed('  ')).toEqual({ faults: { name: 'missing' } });
    expect(typed('🍒'.repeat(60))).toHaveProperty('walkIn');
    expect(typed('李'.repeat(200), '村'.repeat(61), '123')).toEqual({
      faults: { name: 'tooLong', village: 'tooLong', phone: 'notFourDigits' },
    });
    expect(tooMany(` ${'李'.repeat(200)} `, 60)).toBe(140);
    expect(typed('李四', '', '12345')).toEqual({ faults: { phone: 'notFourDigits' } });
  });

  it('stands on the roll once, told by the pack or by the phone, and apart once somebody has said who it was', () => {
    const told = { name: '李四', village: '邻村', phoneTail: null, live: [{ id: 'x', slot: 1, status: 'present' as const }], waiting: [] };
    const other: WalkIn = { name: '张三', phoneTail: '0123' };
    const [one, two] = walkInsOf(session({ walkIns: [{ ...told, matched: false }] }), [stranger, other]);
    expect([one!.name, two!.name]).toEqual(['张三', '李四']);
    expect(one).toMatchObject({ personId: keyOf(other), unit: '', last4: '0123', walkIn: other });
    expect(standingOf(two!, [], 1)).toMatchObject({ status: 'present', slot: 1 });
    expect(walkInsOf(session({ walkIns: [{ ...told, matched: true }] }), [stranger]).map(({ matched }) => matched ?? false)).toEqual([
      true,
      false,
    ]);
  });

  it('whom the county has matched is not recorded once more in the same roll call', () => {
    const told = { name: '李四', village: '邻村', phoneTail: null, live: [{ id: 'x', slot: 1, status: 'present' as const }], waiting: [] };
    const matched = session({ walkIns: [{ ...told, matched: true }] });
    expect(isMatchedThere(matched, stranger, 1)).toBe(true);
    expect(isMatchedThere(matched, stranger, 2)).toBe(false);
    expect(isMatchedThere(matched, { ...stranger, phoneTail: '0123' }, 1)).toBe(false);
    expect(isMatchedThere(session({ walkIns: [{ ...told, matched: false }] }), stranger, 1)).toBe(false);
  });

  it('likely comes from the village of the one before, then from that of most', () => {
    const people = ['甲', '乙', '乙', '', '丙', '丙', '丙'].map((unit) => ({ unit }));
    expect(likelyVillages(people, '甲', 3)).toEqual(['甲', '丙', '乙']);
    expect(likelyVillages(people, undefined, 9)).toEqual(['丙', '乙', '甲']);
  });
});

describe('the roll calls of a half-day', () => {
  const called = (slot: number) => ({ roster: [{ live: [{ id: 'x', slot, status: 'present' as const }], waiting: [] }] as never });
  const slots = (of: KeptSession, own: MarkRecord[], chosen: number) =>
    rollCallsOf(of, own, { chosen, behind: 0 }).map(({ slot, stop }) => stop ?? slot);

  it('are the stops of a route in its order, else as many as were called or chosen, never more than the county takes', () => {
    const stops = { checkpoints: ['甲', '乙'].map((name, i) => ({ position: 3 * i + 1, siteId: String(i), name, arrivedAt: null })) };
    expect(slots(session(), [], 1)).toEqual([1]);
    expect(slots(session(stops), [], 1)).toEqual(['甲', '乙']);
    expect(slots(session(called(3)), [], 1)).toEqual([1, 2, 3]);
    expect(slots(session(), [{ mark: { slot: 2 } } as MarkRecord], 1)).toEqual([1, 2]);
    expect(slots(session(), [], 2)).toEqual([1, 2]);
    expect(slots(session(), [], 99)).toHaveLength(20);
  });

  it('say when the class came to a stop: as the county knows, or by what only this phone has, its clock put right', () => {
    const minute = (clock: string): string => `2021-06-08T${clock}:00.000Z`;
    const stops = [null, minute('02:30'), null].map((arrivedAt, i) => ({ position: i + 1, siteId: String(i), name: '站', arrivedAt }));
    const own = (id: string, slot: number, at: string, more: object = {}) =>
      ({ mark: { id, slot, status: 'present', at: minute(at), ...more } }) as MarkRecord;
    const arrived = (...marks: MarkRecord[]) =>
      rollCallsOf(session({ checkpoints: stops }), marks, { chosen: 1, behind: 3_600_000 }).map(({ arrivedAt }) => arrivedAt);
    expect(arrived()).toEqual([null, minute('02:30'), null]);
    expect(arrived(own('a', 1, '00:42'), own('b', 1, '00:40'), own('c', 2, '01:50'))).toEqual([minute('01:40'), minute('02:30'), null]);
    expect(arrived(own('c', 2, '01:20'))[1]).toBe(minute('02:20'));
    // A slip of the finger at the wrong stop, put right.
    expect(arrived(own('a', 3, '00:42'), own('b', 3, '00:43', { status: 'absent', replaces: ['a'] }))[2]).toBeNull();
    expect(rollCallsOf(session({ checkpoints: [] }), [own('a', 1, '00:42')], { chosen: 1, behind: 0 })[0]!.arrivedAt).toBeNull();
  });

  it('are looked at one by one, while the half-day is attended by any', () => {
    const person = {
      live: [
        { id: 'x', slot: 1, status: 'absent' },
        { id: 'y', slot: 2, status: 'present', viewingPointId: '4' },
      ],
      waiting: [],
    } as unknown as Trainee;
    expect(standingOf(person, [], 1)).toMatchObject({ status: 'absent', slot: 1 });
    expect(standingOf(person, [], 3)).toMatchObject({ status: null, slot: 3 });
    expect(standingOf(person, [])).toMatchObject({ status: 'present', slot: 2, room: '4' });
  });

  it('a room that is there no more is chosen no more; who was recorded elsewhere is first of all here', () => {
    const rooms = session({ viewingPoints: [{ id: '4', name: '会议室' }] });
    expect(whereIn(rooms, { slot: 2, room: '4' })).toEqual({ slot: 2, room: '4' });
    expect(whereIn(rooms, { slot: 2, room: '5' })).toEqual({ slot: 2 });
    expect(whereIn(rooms, undefined)).toEqual({ slot: 1 });
    expect(nextIn('4', { status: 'late', disputed: false })).toEqual({ status: 'present', room: '4' });
    expect(nextIn('4', { status: 'present', room: '4', disputed: false })).toEqual({ status: 'late', room: '4' });
  });

  it('of what is disputed the first tap says what shows, where it shows; the ring goes on from there', () => {
    for (const status of attendanceStatuses)
      for (const room of [undefined, '4', '5']) expect(nextIn('4', { status, room, disputed: true })).toEqual({ status, room });
    const person = {
      personId: '1',
      live: [
        { id: 'x', slot: 1, status: 'present' },
        { id: 'y', slot: 1, status: 'late' },
      ],
      waiting: [],
    } as unknown as Trainee;
    const shown = standingOf(person, [], 1);
    expect(shown).toMatchObject({ status: 'late', disputed: true });
    const mark = { id: 'a', sessionId: '7', slot: 1, personId: '1', method: 'roll', at, replaces: replacesIn(person, [], 1) } as const;
    const settled = standingOf(person, [{ ...recorded, mark: { ...mark, ...nextIn(undefined, shown) } }], 1);
    expect(settled).toMatchObject({ status: 'late', disputed: false });
    expect(nextIn(undefined, settled)).toMatchObject({ status: 'absent' });
  });
});

describe('heads on the phone', () => {
  const told = (id: string, count: number, more: object = {}) => ({
    id,
    count,
    mode: 'add' as const,
    method: 'counted' as const,
    countedBy: '村文书',
    verified: false,
    replaced: false,
    ...more,
  });
  const own = (id: string, count: number, more: object = {}, as: Partial<HeadCountRecord> = {}): HeadCountRecord => ({
    ...recorded,
    ...as,
    mark: { id, sessionId: '7', mode: 'add', count, method: 'counted', countedBy: '教师', at, ...more },
  });

  it('are parts that sum up, until somebody gives the whole; different wholes are a dispute', () => {
    const parts = session({ headCounts: [told('a', 30)] });
    expect(headsIn(parts, [own('b', 16)], undefined)).toMatchObject({ folded: { count: 46, disputed: false }, hasWhole: false });
    const whole = own('c', 50, { mode: 'replace', replaces: ['a'] });
    expect(headsIn(parts, [whole], undefined)).toMatchObject({ folded: { count: 50 }, hasWhole: true, standing: [{ id: 'c' }] });
    const both = session({ headCounts: [told('a', 30, { mode: 'replace' })] });
    expect(headsIn(both, [own('d', 31, { mode: 'replace' })], undefined).folded).toMatchObject({ disputed: true });
    const desk = session({ headCounts: [told('a', 30, { mode: 'replace', origin: 'console' }), told('b', 31, { mode: 'replace' })] });
    expect(headsIn(desk, [], undefined).folded).toMatchObject({ count: 30, disputed: true });
    expect(headsIn(session(), [], undefined)).toEqual({ folded: null, standing: [], hasWhole: false });
  });

  it('of one room are those of no other; over all rooms they are added up', () => {
    const rooms = session({
      viewingPoints: [{ id: '4', name: '会议室' }],
      headCounts: [told('a', 30), told('b', 12, { viewingPointId: '4' })],
    });
    expect(headsIn(rooms, [], '4').folded?.count).toBe(12);
    expect(headsEverywhere(rooms, [own('c', 8, { viewingPointId: '4' })])).toBe(50);
    expect(headsEverywhere(session(), [])).toBeNull();
  });

  it('a whole names all that was seen of the room, also what is in force and replaced by something unverified; a part names nothing', () => {
    const seen = session({
      headCounts: [told('a', 30, { verified: true, replaced: true }), told('b', 31), told('c', 9, { viewingPointId: '4' })],
    });
    const said = [own('d', 3), own('e', 4, {}, { state: 'refused' }), own('f', 5, {}, { state: 'accepted', inPack: true })];
    expect(headsReplaced('replace', seen, said, undefined)).toEqual(['a', 'b', 'd', 'f']);
    expect(headsReplaced('add', seen, said, undefined)).toEqual([]);
    // What something takes the place of is shown no more; what the pack tells of, the pack alone tells.
    expect(headsIn(seen, said, undefined).standing.map(({ id }) => id)).toEqual(['b', 'd']);
  });
});
