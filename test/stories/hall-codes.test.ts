import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hallCode, hallCodeEveryMs, hallWindowAt } from '#contract';
import { now, setClock, today } from '#platform/clock';
import { startField, type Field, todaysClass, viewingPointAt } from '../factories/field.js';
import { done, markOf, move, people, send, type Training } from '../factories/training.js';
import { signedIn } from './support/county.js';

/** People in a hall sign in with their own phones, by the code that stands on the screen. */
describe('the codes of a hall', () => {
  let field: Field;
  let training: Training;
  const clock = (text: string, date = today()): Date => new Date(`${date}T${text}:00+08:00`);
  beforeAll(async () => {
    field = await startField();
    ({ training } = field);
  });
  afterEach(() => setClock());
  afterAll(() => training.stop());

  const call = (path: string, body: object) => training.product.call(`/v1/here/${path}`, { body });
  /** A hall of today whose people have phones; it is nine in the morning. */
  const hall = async (many = 2, withClass?: string) => {
    const { classId, trainees } = await todaysClass(field, many);
    const hours = { date: today(), dayPart: 'am', startsAt: '08:30', endsAt: '11:30' };
    const body = {
      leadClassId: classId,
      topic: '示例课',
      instructorIds: [field.instructorId],
      ...hours,
      ...(withClass && { classIds: [classId, withClass] }),
    };
    const sessionId = done(await training.product.call('/v1/sessions', { token: training.organiser, body })).json.id as string;
    for (const id of trainees) await training.product.db.query('UPDATE people SET phone_last4 = ? WHERE id = ?', [last4(id), id]);
    const { sessions } = done(await training.product.call('/v1/field/pack', { token: field.instructor })).json;
    const secret = sessions.find((one: { id: string }) => one.id === sessionId).hall as string;
    setClock(clock('09:00'));
    return { classId, trainees, sessionId, secret };
  };
  const last4 = (id: string): string => id.slice(-4).padStart(4, '0');
  const named = (id: string) => ({ name: `示例${id}`, last4: last4(id) });
  const codeOf = ({ secret, sessionId }: { secret: string; sessionId: string }, later = 0) =>
    hallCode(secret, sessionId, hallWindowAt(now().getTime()) + later);
  const ticketFor = async (here: { secret: string; sessionId: string }): Promise<string> => {
    const { token } = await codeOf(here);
    return done(await call('tickets', { sessionId: here.sessionId, code: token })).json.ticket;
  };
  const stored = async (sessionId: string) =>
    training.product.db.query('SELECT person_id AS person, origin, method, status, user_id AS account FROM marks WHERE session_id = ?', [
      sessionId,
    ]);

  it('whoever scans it and says who they are is marked present by themselves, once however often it is sent', async () => {
    const here = await hall();
    const [first] = here.trainees as [string];
    const ticket = await ticketFor(here);
    expect(done(await call('marks', { ticket, ...named(first) })).json).toEqual({ already: false });
    expect(done(await call('marks', { ticket, ...named(first) })).json).toEqual({ already: true });
    expect(await stored(here.sessionId)).toEqual([
      { person: Number(first), origin: 'self', method: 'code', status: 'present', account: null },
    ]);
    const grid = done(await training.product.call(`/v1/classes/${here.classId}/grid`, { token: training.organiser })).json;
    expect(grid.people.find((one: { personId: string }) => one.personId === first).cells[here.sessionId]).toMatchObject([
      { status: 'present', disputed: false },
    ]);
  });

  it('the six digits do as well, with blanks and full-width digits in what is typed', async () => {
    const here = await hall();
    const [first] = here.trainees as [string];
    const { digits } = await codeOf(here);
    const entry = done(await call('tickets', { digits })).json;
    expect(entry).toMatchObject({ topic: '示例课', date: today(), dayPart: 'am', startsAt: '08:30' });
    const wide = named(first).name.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const said = { name: ` ${wide} `, last4: last4(first) };
    expect(done(await call('marks', { ticket: entry.ticket, ...said })).json).toEqual({ already: false });
  });

  it('the code of a viewing point or of another roll call signs in there, and nowhere else', async () => {
    const here = await hall();
    const [first, second] = here.trainees as [string, string];
    const room = await viewingPointAt(field, here.sessionId, '会议室');
    const seen = async (place: { slot: number; room?: string }, told: object) => {
      const { token } = await hallCode(here.secret, here.sessionId, hallWindowAt(now().getTime()), place);
      return call('tickets', { sessionId: here.sessionId, code: token, ...told });
    };
    const there = { slot: 2, viewingPointId: room };
    expect((await seen({ slot: 2, room }, {})).json.code).toBe('hallCodeWrong');
    expect((await seen({ slot: 1 }, there)).json.code).toBe('hallCodeWrong');
    expect((await seen({ slot: 2 }, there)).json.code).toBe('hallCodeWrong');
    const { ticket } = done(await seen({ slot: 2, room }, there)).json;
    done(await call('marks', { ticket, ...named(first) }));
    done(await call('marks', { ticket: await ticketFor(here), ...named(first) }));
    const third = done(await seen({ slot: 3 }, { slot: 3 })).json.ticket;
    done(await call('marks', { ticket: third, ...named(second) }));
    const marks = await training.product.db.query(
      'SELECT slot, viewing_point_id AS room, person_id AS person FROM marks WHERE session_id = ? ORDER BY slot',
      [here.sessionId],
    );
    expect(marks).toEqual([
      { slot: 1, room: null, person: Number(first) },
      { slot: 2, room: Number(room), person: Number(first) },
      { slot: 3, room: null, person: Number(second) },
    ]);
  });

  it('a ticket signs in one person', async () => {
    const here = await hall();
    const [first, second] = here.trainees as [string, string];
    const ticket = await ticketFor(here);
    done(await call('marks', { ticket, ...named(first) }));
    expect((await call('marks', { ticket, ...named(second) })).json.code).toBe('hallTicketUsed');
    expect(await stored(here.sessionId)).toHaveLength(1);
  });

  it('a code lives for a minute and a half, another session’s opens nothing, and a ticket lives for ten minutes', async () => {
    const [here, elsewhere] = [await hall(), await hall()];
    const tried = async (later: number): Promise<number> => {
      const { token } = await codeOf(here, later);
      return (await call('tickets', { sessionId: here.sessionId, code: token })).status;
    };
    expect([await tried(-3), await tried(-2), await tried(0), await tried(1), await tried(2)]).toEqual([404, 201, 201, 201, 404]);
    const { token } = await codeOf(elsewhere);
    expect((await call('tickets', { sessionId: here.sessionId, code: token })).json.code).toBe('hallCodeWrong');
    const ticket = await ticketFor(here);
    const [, ...rest] = ticket.split('.');
    const forged = [elsewhere.sessionId, ...rest].join('.');
    expect((await call('marks', { ticket: forged, ...named(elsewhere.trainees[0]!) })).json.code).toBe('hallTicketEnded');
    setClock(new Date(now().getTime() + 10 * 60_000 + hallCodeEveryMs));
    expect((await call('marks', { ticket, ...named(here.trainees[0]!) })).json.code).toBe('hallTicketEnded');
  });

  it('who comes early is told when it opens and signs in then; who comes late is told that it is over', async () => {
    const here = await hall();
    const tried = async (time: string) => {
      setClock(clock(time));
      const { token, digits } = await codeOf(here);
      return [await call('tickets', { sessionId: here.sessionId, code: token }), await call('tickets', { digits })];
    };
    for (let times = 0; times < 3; times++)
      for (const { status, json } of await tried('07:10')) expect([status, json.code, json.opensAt]).toEqual([409, 'hallEarly', '08:00']);
    for (const { status } of await tried('08:00')) expect(status).toBe(201);
    for (const { json } of await tried('11:30')) expect(json.code).toBe('hallOver');
  });

  it('a big screen at the console gets what the phone got, for who settles the session; outside it is absent', async () => {
    const here = await hall();
    const [first] = here.trainees as [string];
    const { product, county, organiser, official } = training;
    const screen = (token: string) => product.call(`/v1/sessions/${here.sessionId}/hall`, { token });
    done(await call('marks', { ticket: await ticketFor(here), ...named(first) }));
    expect(done(await screen(organiser)).json).toEqual({
      secret: here.secret,
      opensAt: clock('08:00').toISOString(),
      endsAt: clock('11:30').toISOString(),
      shut: null,
      signed: 1,
      onRoster: 2,
      serverTime: now().toISOString(),
    });
    const town = await signedIn(product, 'otherTown', 'townOrganiser', county.jinqu);
    expect([await screen(town), await screen(official), await screen(field.instructor)].map(({ status }) => status)).toEqual([
      404, 403, 403,
    ]);
    const { version } = done(await product.call(`/v1/sessions/${here.sessionId}`, { token: organiser })).json;
    const off = { token: organiser, headers: { 'if-match': `"${version}"` }, body: { to: 'cancelled' } };
    done(await product.call(`/v1/sessions/${here.sessionId}/state`, off));
    expect(done(await screen(organiser)).json.shut).toBe('session');
  });

  it('tells of no name whether it stands on the roster', async () => {
    const here = await hall();
    const [first, second] = here.trainees as [string, string];
    const [stranger] = await people(training, 1);
    await training.product.db.query('UPDATE people SET phone_last4 = ? WHERE id = ?', ['7777', stranger]);
    const ticket = await ticketFor(here);
    const answers = [
      { name: named(first).name, last4: '0000' },
      { name: named(first).name, last4: last4(second) },
      { name: `示例${stranger}`, last4: '7777' },
      { name: '<img src=x onerror=alert(1)>', last4: '1234' },
      { name: "' OR 1=1 -- ", last4: '1234' },
    ];
    const told = await Promise.all(answers.map(async (said) => (await call('marks', { ticket, ...said })).json));
    for (const { code, status, ...rest } of told) {
      expect([code, status]).toEqual(['hallNotFound', 404]);
      expect(JSON.stringify(rest)).not.toMatch(/示例|img/);
    }
    expect(await stored(here.sessionId)).toEqual([]);
  });

  it('somebody on the roster twice, by records that were merged since, is one person', async () => {
    const here = await hall(3);
    const [kept, lost, other] = here.trainees as [string, string, string];
    const { product, organiser } = training;
    const said = named(kept);
    for (const id of [lost, other])
      await product.db.query('UPDATE people SET name = ?, phone_last4 = ? WHERE id = ?', [said.name, said.last4, id]);
    const told = async () => (await call('marks', { ticket: await ticketFor(here), ...said })).json;
    expect(await told()).toMatchObject({ code: 'hallNotFound' });
    await product.db.query('UPDATE people SET name = ? WHERE id = ?', ['另一位', other]);
    expect(await told()).toMatchObject({ code: 'hallNotFound' });
    done(await product.call(`/v1/people/${lost}/merge`, { token: organiser, body: { intoId: kept } }));
    expect([await told(), await told()]).toEqual([{ already: false }, { already: true }]);
    expect(await stored(here.sessionId)).toHaveLength(1);
    const { sessions } = done(await product.call('/v1/field/pack', { token: field.instructor })).json;
    const { roster } = sessions.find((one: { id: string }) => one.id === here.sessionId);
    expect(roster).toHaveLength(2);
    // Taken for two before, and the other record signed.
    await product.db.query('UPDATE marks SET person_id = ? WHERE session_id = ?', [lost, here.sessionId]);
    expect(await told()).toEqual({ already: true });
  });

  it('a joint session goes on when the class that was to lead it is called off', async () => {
    const other = await todaysClass(field, 1);
    const here = await hall(1, other.classId);
    const [first] = other.trainees as [string];
    await training.product.db.query('UPDATE people SET phone_last4 = ? WHERE id = ?', [last4(first), first]);
    await move(training, `/v1/classes/${here.classId}`, 'cancelled');
    const { digits } = await codeOf(here);
    const { ticket } = done(await call('tickets', { digits })).json;
    expect(done(await call('marks', { ticket, ...named(first) })).json).toEqual({ already: false });
    expect(await stored(here.sessionId)).toHaveLength(1);
  });

  it('what an instructor says of the same person outweighs it, and both are shown', async () => {
    const here = await hall();
    const [first] = here.trainees as [string];
    await send(training, [markOf(here.sessionId, first, 'absent')], field.instructor);
    done(await call('marks', { ticket: await ticketFor(here), ...named(first) }));
    const grid = done(await training.product.call(`/v1/classes/${here.classId}/grid`, { token: training.organiser })).json;
    expect(grid.people.find((one: { personId: string }) => one.personId === first).cells[here.sessionId]).toMatchObject([
      { status: 'absent', disputed: true },
    ]);
  });

  it('ten thousand guesses at the digits are stopped after a hundred, and scanning goes on', async () => {
    const here = await hall();
    const [first] = here.trainees as [string];
    const { digits, token } = await codeOf(here);
    const guesses = Array.from({ length: 10_000 }, (_, i) => String(i).padStart(6, '0')).filter((guess) => guess !== digits);
    const told = new Map<string, number>();
    for (let i = 0; i < guesses.length; i += 50)
      for (const { json } of await Promise.all(guesses.slice(i, i + 50).map((guess) => call('tickets', { digits: guess }))))
        told.set(json.code ?? 'in', (told.get(json.code ?? 'in') ?? 0) + 1);
    process.stdout.write(`10,000 guesses at six digits: ${JSON.stringify(Object.fromEntries(told))}\n`);
    expect((told.get('hallCodeWrong') ?? 0) + (told.get('in') ?? 0)).toBeLessThanOrEqual(110);
    expect((await call('tickets', { digits })).json).toMatchObject({ code: 'signInLocked' });
    const { ticket } = done(await call('tickets', { sessionId: here.sessionId, code: token })).json;
    expect(done(await call('marks', { ticket, ...named(first) })).json).toEqual({ already: false });
  }, 480_000);

  it('who guesses at names shuts out nobody else: five to a scan, twenty to a name', async () => {
    const here = await hall();
    const [first, second] = here.trainees as [string, string];
    const told = async (ticket: string, said: { name: string; last4: string }): Promise<string> =>
      (await call('marks', { ticket, ...said })).json.code ?? 'in';
    for (let scan = 0; scan < 25; scan++) {
      const ticket = await ticketFor(here);
      const codes = [];
      for (let i = 0; i < 6; i++) codes.push(await told(ticket, { name: `甲${scan}之${i}`, last4: '0000' }));
      expect(codes).toEqual([...Array<string>(5).fill('hallNotFound'), 'hallTicketEnded']);
      // Nor does the right name open a scan that has guessed.
      if (scan === 0) expect(await told(ticket, named(first))).toBe('hallTicketEnded');
    }
    // A hundred and twenty-five were wrong behind this address.
    expect(await told(await ticketFor(here), named(first))).toBe('in');
    const asked = { name: named(second).name, last4: 'X'.padStart(4, '1') };
    for (let scan = 0; scan < 4; scan++) {
      const ticket = await ticketFor(here);
      for (let i = 0; i < 5; i++) expect(await told(ticket, asked)).toBe('hallNotFound');
    }
    expect(await told(await ticketFor(here), named(second))).toBe('signInLocked');
    setClock(new Date(now().getTime() + 5 * 60_000 + 1_000));
    expect(await told(await ticketFor(here), named(second))).toBe('in');
  });

  it('keeps nobody’s secret in a log, and refuses what is half said', async () => {
    await hall();
    for (const body of [{}, { sessionId: '7' }, { code: 'q5yGxk0mTtC9b2Zr' }, { digits: '12345' }, { digits: '123456', sessionId: '7' }])
      expect((await call('tickets', body)).status).toBe(400);
    expect((await call('marks', { ticket: randomUUID(), name: '甲', last4: '0123' })).json.code).toBe('hallTicketEnded');
    expect((await call('marks', { ticket: 'x', name: '', last4: 'abcd' })).status).toBe(400);
  });
});
