import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CreateUser } from '#accounts';
import { now, setClock, today } from '#platform/clock';
import { systemContext } from '#platform/context';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { come, enrolled, hand, invited, type Phone } from '../factories/phones.js';
import { done, markOf, session, settled } from '../factories/training.js';
import { bring, fileOf, oldFileOf } from '../factories/unsent-files.js';
import { signedIn, testPassword } from './support/county.js';
import { type Product } from './support/start-product.js';

/** What a phone could not hand over, brought to the console as a file. */
describe('a file of what waits on a phone', () => {
  let field: Field;
  let product: Product;
  let organiser: string;
  let phone: Phone;
  beforeAll(async () => {
    field = await startField();
    ({ product, organiser } = field.training);
    phone = await enrolled(product, organiser, field.instructorId);
  });
  afterEach(() => setClock());
  afterAll(() => field?.training.stop());

  const own = (marks: unknown[], headCounts: unknown[] = []) => ({ instructorId: field.instructorId, marks, headCounts });
  const wordsOf = (answer: { json: { records?: { verdict: string; code?: string }[] } }) =>
    answer.json.records!.map(({ verdict, code }) => (code ? `${verdict} ${code}` : verdict));
  const stored = async (sessionId: string) =>
    Number((await product.db.query('SELECT COUNT(*) AS n FROM marks WHERE session_id = ?', [sessionId]))[0].n);

  test('is taken as if the phone had come: its holder’s marks, from its hand, once, whoever comes first', async () => {
    const { sessionId, trainees } = await todaysClass(field, 20);
    const marks = trainees.map((person) => markOf(sessionId, person));
    const before = (await settled(field.training, 'from=2000-01&to=2100-12')).total.attendances;
    // Before the signal was lost it had handed over five.
    done(await hand(product, phone, marks.slice(0, 5)));
    const heads = { id: randomUUID(), sessionId, mode: 'replace', count: 25, method: 'counted', countedBy: '示例讲师', at: marks[0]!.at };
    const answer = done(await bring(product, organiser, fileOf(phone, [own(marks, [heads])])));
    expect(wordsOf(answer)).toEqual([...Array(5).fill('already'), ...Array(16).fill('accepted')]);
    expect(answer.json).toMatchObject({ phones: [{ name: '示例讲师' }], writtenAt: '2021-06-08T09:10:00.000Z' });
    expect(answer.json.records[0]).toMatchObject({
      who: `示例${trainees[0]}`,
      status: 'present',
      session: { id: sessionId, topic: '示例课' },
    });
    expect((await settled(field.training, 'from=2000-01&to=2100-12')).total.attendances - before).toBe(20);
    const { items } = done(await product.call(`/v1/marks?session=${sessionId}`, { token: organiser })).json;
    for (const one of items) expect(one).toMatchObject({ origin: 'field', madeBy: '示例讲师', unknownDevice: false, revokedDevice: false });
    // A head count waits for somebody to verify it, as the phone's own would.
    const [kept] = done(await product.call(`/v1/sessions/${sessionId}/head-counts`, { token: organiser })).json;
    expect(kept).toMatchObject({ id: heads.id, verified: false });

    const later = done(await hand(product, phone, marks)).json.verdicts as { verdict: string }[];
    expect(new Set(later.map(({ verdict }) => verdict))).toEqual(new Set(['already']));
    expect(new Set(wordsOf(done(await bring(product, organiser, fileOf(phone, [own(marks, [heads])])))))).toEqual(new Set(['already']));
    expect(await stored(sessionId)).toBe(20);
    const [entry] = await product.db.query(
      "SELECT facts, subject FROM audit_entries WHERE action = 'device.unsentTaken' ORDER BY id LIMIT 1",
    );
    expect(entry.subject).toBe('device');
    expect(JSON.parse(typeof entry.facts === 'string' ? entry.facts : JSON.stringify(entry.facts))).toMatchObject({
      accepted: 15,
      already: 5,
    });
  });

  test('one record that cannot be kept spoils no other', async () => {
    const { sessionId, trainees } = await todaysClass(field, 6);
    const good = trainees.map((person) => markOf(sessionId, person));
    const odd = [
      { ...good[0], id: randomUUID(), status: 'asleep' },
      { ...good[0], id: randomUUID(), note: '\u0000' },
      { ...good[0], id: randomUUID(), personId: '4294967295' },
      { ...good[0], id: randomUUID(), sessionId: '4294967295' },
      null,
      'mark',
      JSON.parse('{"__proto__": {}, "id": "x"}'),
    ];
    const answer = done(await bring(product, organiser, fileOf(phone, [own([...good.slice(0, 3), ...odd, ...good.slice(3)])])));
    expect(wordsOf(answer)).toEqual([
      ...Array(3).fill('accepted'),
      'refused markMalformed',
      'refused markMalformed',
      'refused personUnknown',
      'refused sessionUnknown',
      ...Array(3).fill('refused markMalformed'),
      ...Array(3).fill('accepted'),
    ]);
    expect(await stored(sessionId)).toBe(6);
  });

  test('that was altered, came from elsewhere, or is something else is refused with a reason, and nothing of it is kept', async () => {
    const { sessionId, trainees } = await todaysClass(field, 1);
    const file = fileOf(phone, [own([markOf(sessionId, trainees[0]!)])]);
    const text = JSON.stringify(file);
    const other = await enrolled(product, organiser, field.instructorId);
    const why = async (what: object | string | Uint8Array) => {
      const { status, json } = await bring(product, organiser, what);
      return [status, json.code];
    };
    expect(await why(text.replace('present', 'absent'))).toEqual([409, 'unsentFileAltered']);
    const [sealed] = file.content.holders;
    const withSeals = (seals: unknown) => ({ ...file, content: { ...file.content, holders: [{ ...sealed, seals }] } });
    expect(await why(withSeals(['']))).toEqual([409, 'unsentFileAltered']);
    for (const seals of [[], [7], ['', ''], undefined]) expect(await why(withSeals(seals))).toEqual([400, 'unsentFileInvalid']);
    expect(await why({ ...file, version: 1 })).toEqual([400, 'unsentFileInvalid']);
    expect(await why({ ...file, version: 1, seal: '' })).toEqual([409, 'unsentFileAltered']);
    expect(await why(fileOf({ ...phone, token: other.token }, file.content.holders))).toEqual([409, 'unsentFileAltered']);
    expect(await why(fileOf({ deviceId: randomUUID(), token: phone.token }, file.content.holders))).toEqual([409, 'unsentFileAltered']);
    expect(await why({ ...file, version: 3 })).toEqual([400, 'unsentFileNewer']);
    for (const what of [
      text.slice(0, -5),
      '[]',
      'null',
      '示例',
      '{"format":"sitang-unsent"}',
      new Uint8Array([0xff, 0xfe, 0x00]),
      '[['.repeat(50_000),
    ])
      expect(await why(what)).toEqual([400, 'unsentFileInvalid']);
    for (const broken of [{ holders: {} }, { holders: [{ marks: [] }] }, { holders: [null] }, { deviceId: '7' }])
      expect(await why({ ...file, content: { ...file.content, ...broken } })).toEqual([400, 'unsentFileInvalid']);
    expect(await why(fileOf(phone, [own(Array(10_001).fill(null))]))).toEqual([413, 'bodyTooLarge']);
    expect(await why(new Uint8Array(21 * 1024 * 1024))).toEqual([413, 'bodyTooLarge']);
    expect(await stored(sessionId)).toBe(0);
    // Laid out anew, or saved by an editor that puts a mark before it, it says the same.
    expect(wordsOf(done(await bring(product, organiser, `\ufeff${JSON.stringify(file, null, 2)}`)))).toEqual(['accepted']);
  });

  test('goes only where who brings it settles the attendance and who recorded it was to mark', async () => {
    const { sessionId, trainees, classId } = await todaysClass(field, 2);
    const never = await session(field.training, classId, { date: today(), dayPart: 'pm' });
    const marks = [markOf(sessionId, trainees[0]!), markOf(never, trainees[1]!)];
    const file = fileOf(phone, [own(marks), { instructorId: '999999', marks: [markOf(sessionId, trainees[1]!)] }]);
    expect(wordsOf(done(await bring(product, field.training.town, file)))).toEqual([
      'refused sessionUnknown',
      'refused sessionUnknown',
      'refused deviceNotEnrolled',
    ]);
    expect(wordsOf(done(await bring(product, organiser, file)))).toEqual([
      'accepted',
      'refused sessionUnknown',
      'refused deviceNotEnrolled',
    ]);
    for (const bundle of ['official', 'instructor', 'reporter', 'auditor'] as const) {
      const token = await signedIn(product, `brings-${bundle}`, bundle, field.training.county.county);
      expect((await bring(product, token, file)).json).toMatchObject({ code: 'forbidden', permissions: ['attendance.settle'] });
    }
    expect((await bring(product, phone.token, file)).status).toBe(403);
  });

  test('speaks for nobody but whose token sealed it, whoever else used the phone, or says to have used it', async () => {
    const body = { name: '另一讲师', unitId: String(field.training.county.county), engagement: 'partTime' };
    const otherId = done(await product.call('/v1/instructors', { token: organiser, body })).json.id as string;
    const { sessionId, trainees } = await todaysClass(field, 3);
    const theirs = await todaysClass(field, 1, { ofSession: { instructorIds: [otherId] } });
    const [mine, left, forged] = trainees.map((person) => markOf(sessionId, person)) as [object, object, object];
    // The phone went from hand to hand: a phone calls itself what it likes.
    const before = { ...phone };
    const after = { ...phone, token: done(await come(product, await invited(product, organiser, otherId), phone.deviceId)).json.token };
    const own = { instructorId: otherId, marks: [markOf(theirs.sessionId, theirs.trainees[0]!)] };
    const stolen = { instructorId: field.instructorId, marks: [forged] };
    const [left1] = fileOf(before, [{ instructorId: field.instructorId, marks: [left] }]).content.holders;
    const file = fileOf(after, [own, stolen]);
    const { content } = file;
    const both = { ...file, content: { ...content, holders: [...content.holders, left1] } };
    expect(wordsOf(done(await bring(product, organiser, both)))).toEqual(['accepted', 'refused unsentNotSealed', 'accepted']);
    // A seal of one record, one phone, one person moves to no other.
    const moved = { ...left1, marks: [forged] };
    const taken = { ...left1, instructorId: otherId };
    const elsewhere = { ...fileOf(before, []), content: { ...content, deviceId: randomUUID(), holders: [left1] } };
    for (const holders of [[moved], [taken]])
      expect((await bring(product, organiser, { ...file, content: { ...content, holders } })).json.code).toBe('unsentFileAltered');
    expect((await bring(product, organiser, elsewhere)).json.code).toBe('unsentFileAltered');
    // An old file has one seal for all.
    const old = done(await bring(product, organiser, oldFileOf(after, [own, stolen])));
    expect(wordsOf(old)).toEqual(['already', 'refused unsentNotSealed']);
    const older = done(await bring(product, organiser, oldFileOf(before, [{ instructorId: field.instructorId, marks: [mine] }, own])));
    expect(wordsOf(older)).toEqual(['accepted', 'refused unsentNotSealed']);
    expect(await stored(sessionId)).toBe(2);
  });

  test('speaks for each account that an instructor had on the phone, by whose token sealed it', async () => {
    const { sessionId, trainees } = await todaysClass(field, 3);
    const marks = trainees.map((person) => markOf(sessionId, person));
    const before = await enrolled(product, organiser, field.instructorId);
    await product.get(CreateUser).run(systemContext('cli'), {
      scope: { paths: ['/'] },
      account: 'again',
      name: '示例讲师又一账号',
      password: testPassword,
      grants: [{ bundle: 'instructor', unitId: field.training.county.county }],
      instructorId: Number(field.instructorId),
    });
    await product.db.query("UPDATE users SET disabled_at = CURRENT_TIMESTAMP(3) WHERE account = 'instructor'");
    const code = await invited(product, organiser, field.instructorId);
    await product.db.query("UPDATE users SET disabled_at = NULL WHERE account = 'instructor'");
    const after = { ...before, token: done(await come(product, code, before.deviceId)).json.token };
    const elsewhere = await enrolled(product, organiser, field.instructorId);
    const seals = [before, after, { ...before, token: elsewhere.token }].flatMap(
      (by, i) => fileOf(by, [own([marks[i]])]).content.holders[0]!.seals,
    );
    const file = fileOf(after, []);
    const holders = [{ ...own(marks), seals }];
    const answer = done(await bring(product, organiser, { ...file, content: { ...file.content, holders } }));
    expect(wordsOf(answer)).toEqual(['accepted', 'accepted', 'refused unsentNotSealed']);
    const { items } = done(await product.call(`/v1/marks?session=${sessionId}`, { token: organiser })).json;
    const makers = trainees.map((person) => items.find((one: { personId: string }) => one.personId === person)?.madeBy);
    expect(makers).toEqual(['示例讲师', '示例讲师又一账号', undefined]);
  });

  test('of a phone that was revoked is taken and flagged; ninety days later, too, also after another code', async () => {
    const gone = await enrolled(product, organiser, field.instructorId);
    const { sessionId, trainees } = await todaysClass(field, 3);
    const { items } = done(await product.call('/v1/devices', { token: organiser })).json;
    done(await product.call(`/v1/devices/${items[0].id}/revoke`, { token: organiser, body: { wipe: true } }));
    const [first, second] = [0, 1].map((i) => fileOf(gone, [own([markOf(sessionId, trainees[i]!)])]));
    expect(wordsOf(done(await bring(product, organiser, first!)))).toEqual(['review deviceRevoked']);
    setClock(new Date(now().getTime() + 91 * 86_400_000));
    const token = await signedIn(product, 'brings-late', 'organiser', field.training.county.county);
    expect(wordsOf(done(await bring(product, token, second!)))).toEqual(['review deviceRevoked']);
    expect(wordsOf(done(await bring(product, token, first!)))).toEqual(['already deviceRevoked']);
  });
});
