import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cardDigest } from '#contract';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { done, enroll, move, type Training } from '../factories/training.js';
import { addAccount, tokenOf } from './support/county.js';

interface Card {
  personId: string;
  name: string;
  unit: string;
  code: string;
  isNew: boolean;
}

/** Cards by which phones in the field know people. */
describe('the cards of trainees', () => {
  let field: Field;
  let training: Training;
  beforeAll(async () => {
    field = await startField();
    ({ training } = field);
  });
  afterAll(() => training.stop());

  const ask = (classId: string, token = training.organiser) =>
    training.product.call(`/v1/classes/${classId}/cards`, { token, method: 'POST', body: {} });
  const cardsOf = async (classId: string): Promise<Card[]> => done(await ask(classId)).json.cards;
  const renew = (classId: string, personId: string, token = training.organiser) =>
    training.product.call(`/v1/classes/${classId}/cards/renewals`, { token, body: { personId } });
  const rosterOf = async (sessionId: string): Promise<{ personId: string; cards: string[] }[]> =>
    done(await training.product.call('/v1/field/pack', { token: field.instructor })).json.sessions.find(
      (one: { id: string }) => one.id === sessionId,
    ).roster;

  it('everybody on the roster gets one that says nothing of them, once, in whatever class', async () => {
    const { classId, trainees } = await todaysClass(field, 3);
    const first = await cardsOf(classId);
    expect(first.map(({ personId }) => personId)).toEqual(trainees);
    expect(first.every(({ code, isNew }) => isNew && /^[\w-]{22}$/.test(code))).toBe(true);
    expect(new Set(first.map(({ code }) => code)).size).toBe(3);
    expect(await cardsOf(classId)).toEqual(first.map((card) => ({ ...card, isNew: false })));
    const other = await todaysClass(field, 1);
    await enroll(training, other.classId, [trainees[1]!]);
    expect((await cardsOf(other.classId)).find(({ personId }) => personId === trainees[1])?.code).toBe(first[1]!.code);
    const kept = await training.product.db.query('SELECT code_sealed AS sealed FROM trainee_cards');
    for (const { sealed } of kept as { sealed: Buffer }[])
      expect(first.some(({ code }) => sealed.toString('latin1').includes(code))).toBe(false);
  });

  it('two who ask at the same moment are given the same cards', async () => {
    const { classId } = await todaysClass(field, 40);
    const codes = await Promise.all([1, 2, 3].map(async () => (await cardsOf(classId)).map(({ code }) => code)));
    expect(codes[1]).toEqual(codes[0]);
    expect(codes[2]).toEqual(codes[0]);
  });

  it('a phone knows a card by its digest, from the pack after it was issued on, and a renewed one no more', async () => {
    const { classId, sessionId, trainees } = await todaysClass(field, 2);
    expect((await rosterOf(sessionId)).map(({ cards }) => cards)).toEqual([[], []]);
    const [first, second] = (await cardsOf(classId)) as [Card, Card];
    const digests = [await cardDigest(first.code), await cardDigest(second.code)];
    expect((await rosterOf(sessionId)).map(({ cards }) => cards)).toEqual(digests.map((one) => [one]));
    const fresh = done(await renew(classId, trainees[0]!)).json as Card;
    expect(fresh.code).not.toBe(first.code);
    expect((await rosterOf(sessionId)).map(({ cards }) => cards)).toEqual([[await cardDigest(fresh.code)], [digests[1]]]);
  });

  it('the card of a record that was merged is the card of whom it counts as', async () => {
    const { classId, sessionId, trainees } = await todaysClass(field, 2);
    const [first, second] = (await cardsOf(classId)) as [Card, Card];
    const [lost, kept] = trainees as [string, string];
    done(await training.product.call(`/v1/people/${lost}/merge`, { token: training.organiser, body: { intoId: kept } }));
    const both = [await cardDigest(first.code), await cardDigest(second.code)].sort();
    expect((await rosterOf(sessionId)).map(({ cards }) => cards)).toEqual([both]);
  });

  it('is for whoever manages the roster, and leaves a trace without the code', async () => {
    const { classId, trainees } = await todaysClass(field, 2);
    const { product, county, official, town } = training;
    await addAccount(product, 'reader', 'auditor', county.county);
    for (const token of [official, await tokenOf(product, 'reader'), field.instructor])
      expect((await ask(classId, token)).status).toBe(403);
    // Another's class looks like none.
    expect((await ask(classId, town)).status).toBe(404);
    expect((await renew(classId, trainees[0]!, town)).status).toBe(404);
    expect((await renew(classId, '4294967295')).json).toMatchObject({ code: 'referenceUnknown', fields: [{ field: 'personId' }] });
    const [card] = await cardsOf(classId);
    const fresh = done(await renew(classId, trainees[0]!)).json as Card;
    const entries = await product.db.query(
      `SELECT action, facts FROM audit_entries WHERE action LIKE 'card.%' AND (subject_id = ? OR subject_id = ?) ORDER BY id`,
      [classId, trainees[0]!],
    );
    expect(entries.map(({ action }: { action: string }) => action)).toEqual(['card.printed', 'card.renewed']);
    for (const { code } of [card!, fresh]) expect(JSON.stringify(entries)).not.toContain(code);
    await move(training, `/v1/classes/${classId}`, 'cancelled');
    expect((await ask(classId)).json.code).toBe('classFinished');
  });

  it('a day’s pack of sixty people with cards is at most 30 kB', async () => {
    const { classId, sessionId } = await todaysClass(field, 60);
    await cardsOf(classId);
    const { sessions } = done(await training.product.call('/v1/field/pack', { token: field.instructor })).json;
    const session = sessions.find((one: { id: string }) => one.id === sessionId);
    const size = gzipSync(JSON.stringify({ sessions: [session] })).length;
    process.stdout.write(`a session of 60 people with cards: ${size} bytes gzip\n`);
    expect(size).toBeLessThanOrEqual(30_000 / 3);
  });
});
