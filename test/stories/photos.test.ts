import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { photoLimit, photosOfSession } from '#contract';
import { uuidBytes } from '#platform/database';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { enrolled } from '../factories/phones.js';
import { handPhoto, jpegOf, switchPhotos } from '../factories/photos.js';
import { done, type Training } from '../factories/training.js';
import { signedIn } from './support/county.js';

/** Photos are evidence beside the marks: taken where a unit has switched them on, handed over once, seen by whoever sees the attendance. */
describe('photos of a session', () => {
  let field: Field;
  let training: Training;
  let instructor: string;
  beforeAll(async () => {
    field = await startField();
    ({ training, instructor } = field);
  });
  beforeEach(() => on(training.county.county, false));
  afterAll(() => training?.stop());

  const on = async (unit: number, photos = true) => done(await switchPhotos(training.product, training.organiser, unit, photos));
  const pack = async (since?: string) =>
    done(await training.product.call('/v1/field/pack', { token: instructor, body: { since } })).json as {
      cursor: string;
      sessions: { id: string; photos: boolean }[];
    };
  const mayTake = async (sessionId: string) => (await pack()).sessions.find(({ id }) => id === sessionId)?.photos;
  const hand = (wish: Parameters<typeof handPhoto>[2], token = instructor) => handPhoto(training.product, token, wish);
  const said = async (answer: ReturnType<typeof hand>) => {
    const { status, json } = await answer;
    return [status, json.verdict ?? json.code];
  };
  const photosOf = (sessionId: string, token = training.official) => training.product.call(`/v1/sessions/${sessionId}/photos`, { token });
  const fileOf = (id: string, token = training.official) =>
    fetch(`${training.product.origin}/v1/photos/${id}/file`, { headers: { authorization: `Bearer ${token}` } });
  const stored = async (table: string) => Number((await training.product.db.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);
  /** A session of today, served to the instructor. */
  const served = async (wish = {}) => {
    const { sessionId } = await todaysClass(field, 1, wish);
    await pack();
    return sessionId;
  };

  it('are off until somebody switches them on for a unit, and on for all that stands under it', async () => {
    const { county } = training;
    const sessionId = await served();
    const villages = await served({ ofClass: { kind: 'demonstration', villageId: String(county.doujiabu) } });
    expect([await mayTake(sessionId), await mayTake(villages)]).toEqual([false, false]);
    expect(await said(hand({ sessionId }))).toEqual([409, 'photosOff']);
    expect(done(await photosOf(sessionId)).json).toEqual({ wanted: false, items: [] });

    await on(county.hengqu);
    expect([await mayTake(sessionId), await mayTake(villages)]).toEqual([false, true]);
    const place = async (unit: number) => done(await training.product.call(`/v1/units/${unit}/place`, { token: training.organiser })).json;
    expect([(await place(county.doujiabu)).photosAbove, (await place(county.hengqu)).photosAbove]).toEqual([true, false]);
    await on(county.hengqu, false);
    await on(county.county);
    expect([await mayTake(sessionId), await mayTake(villages)]).toEqual([true, true]);
  });

  it('are switched by whoever manages the unit, who knows its version; the audit tells', async () => {
    const { county, product, organiser, town } = training;
    const change = (token: string, headers = {}, unit = county.jinqu) =>
      product.call(`/v1/units/${unit}`, { method: 'PATCH', token, body: { photos: true }, headers });
    expect((await change(town, { 'if-match': '"1"' }, county.hengqu)).status).toBe(403);
    expect((await change(organiser)).status).toBe(428);
    expect((await change(organiser, { 'if-match': '"9"' })).status).toBe(412);
    expect(done(await change(organiser, { 'if-match': '"1"' })).json).toMatchObject({ photos: true, version: 2, name: '金渠镇' });
    await on(county.jinqu, false);
    const deeds = await product.db.query("SELECT action FROM audit_entries WHERE subject = 'unit' AND subject_id = ? ORDER BY id", [
      String(county.jinqu),
    ]);
    expect(deeds).toEqual([{ action: 'unit.photosOn' }, { action: 'unit.photosOff' }]);
  });

  it('reach the phone with the next pack once they are switched', async () => {
    const sessionId = await served();
    const { cursor } = await pack();
    await on(training.county.county);
    expect((await pack(cursor)).sessions).toContainEqual(expect.objectContaining({ id: sessionId, photos: true }));
  });

  it('are kept once, however often they are sent; nothing else goes under their id', async () => {
    const sessionId = await served();
    await on(training.county.county);
    const photo = { id: randomUUID(), sessionId, bytes: jpegOf({ noise: 600 }) };
    expect(await said(hand(photo))).toEqual([200, 'accepted']);
    expect(await said(hand(photo))).toEqual([200, 'already']);
    const twice = { ...photo, id: randomUUID() };
    expect((await Promise.all([said(hand(twice)), said(hand(twice))])).sort()).toEqual([
      [200, 'accepted'],
      [200, 'already'],
    ]);
    expect(await said(hand({ ...photo, bytes: jpegOf({ noise: 601 }) }))).toEqual([409, 'photoConflict']);
    // A known id is not judged anew.
    await on(training.county.county, false);
    expect(await said(hand(photo))).toEqual([200, 'already']);
    expect(await said(hand({ ...photo, id: randomUUID() }))).toEqual([409, 'photosOff']);
    expect(done(await photosOf(sessionId)).json.items).toHaveLength(2);
  });

  it('are JPEGs by their bytes, small ones, and lose what they tell of the place', async () => {
    const sessionId = await served();
    await on(training.county.county);
    const before = [await stored('photos'), await stored('files')];
    for (const bytes of [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      Buffer.from('\x89PNG\r\n\x1a\n00000000', 'latin1'),
      jpegOf().subarray(0, 200),
      jpegOf({ width: 5_000 }),
      jpegOf({ height: 0 }),
    ])
      expect(await said(hand({ sessionId, bytes }))).toEqual([400, 'photoInvalid']);
    expect(await said(hand({ sessionId, bytes: Buffer.alloc(0) }))).toEqual([400, 'fileMissing']);
    expect(await said(hand({ sessionId, bytes: jpegOf({ noise: photoLimit }) }))).toEqual([413, 'bodyTooLarge']);
    expect(await said(hand({ sessionId, at: 'yesterday' }))).toEqual([400, 'invalidFields']);
    expect(await said(hand({ sessionId, fields: { place: '34.2' } }))).toEqual([400, 'invalidFields']);
    expect([await stored('photos'), await stored('files')]).toEqual(before);

    const id = randomUUID();
    const edge = photoLimit - jpegOf({ noise: 0 }).length;
    expect(await said(hand({ sessionId, bytes: jpegOf({ noise: edge }) }))).toEqual([200, 'accepted']);
    done(await hand({ id, sessionId, bytes: jpegOf({ told: 'GPS 34.27 107.75' }) }));
    const kept = Buffer.from(await (await fileOf(id)).arrayBuffer());
    expect(kept.equals(jpegOf())).toBe(true);
  });

  it('are taken for sessions that were once served to the account, and for no others', async () => {
    const sessionId = await served();
    await on(training.county.county);
    await training.product.db.query('DELETE FROM session_instructors WHERE session_id = ?', [sessionId]);
    expect(await said(hand({ sessionId }))).toEqual([200, 'accepted']);
    const { sessionId: foreign } = await todaysClass({ ...field, instructorId: await another() }, 1);
    expect(await said(hand({ sessionId: foreign }))).toEqual([404, 'sessionUnknown']);
    expect(await said(hand({ sessionId: '4000000000' }))).toEqual([404, 'sessionUnknown']);
    expect((await hand({ sessionId }, training.official)).status).toBe(403);
  });
  const another = async (): Promise<string> =>
    done(
      await training.product.call('/v1/instructors', {
        token: training.organiser,
        body: { name: '另一讲师', unitId: String(training.county.county), engagement: 'partTime' },
      }),
    ).json.id;

  it('of a revoked phone are kept and said to be', async () => {
    const sessionId = await served();
    await on(training.county.county);
    const phone = await enrolled(training.product, training.organiser, field.instructorId);
    await training.product.db.query('UPDATE devices SET revoked_at = NOW(3) WHERE device_uuid = ?', [uuidBytes(phone.deviceId)]);
    expect(await said(hand({ sessionId }, phone.token))).toEqual([200, 'accepted']);
    expect(done(await photosOf(sessionId)).json.items).toMatchObject([{ by: '示例讲师', revokedDevice: true }]);
  });

  it('are at most twenty a session, also when they come at once', async () => {
    const sessionId = await served();
    await on(training.county.county);
    const answers = await Promise.all(Array.from({ length: photosOfSession + 4 }, () => said(hand({ sessionId }))));
    const told = (code: string) => answers.filter(([, word]) => word === code).length;
    expect(told('accepted') + told('photosFull') + told('unavailable')).toBe(answers.length);
    for (let room = photosOfSession - told('accepted'); room > 0; room--)
      expect(await said(hand({ sessionId }))).toEqual([200, 'accepted']);
    expect(await said(hand({ sessionId }))).toEqual([409, 'photosFull']);
    expect(done(await photosOf(sessionId)).json.items).toHaveLength(photosOfSession);
  });

  it('are seen by whoever sees the attendance of the session, and lie sealed', async () => {
    const { county, product } = training;
    const sessionId = await served({ ofClass: { kind: 'demonstration', villageId: String(county.doujiabu) } });
    await on(county.county);
    const id = randomUUID();
    done(await hand({ id, sessionId, at: '2021-06-08T16:31:00.000+08:00', bytes: jpegOf({ noise: 900 }) }));
    expect(done(await photosOf(sessionId, training.town)).json).toEqual({
      wanted: true,
      items: [{ id, takenAt: '2021-06-08T08:31:00.000Z', receivedAt: expect.any(String), by: '示例讲师', revokedDevice: false }],
    });
    const file = await fileOf(id, training.town);
    const told = (name: string) => file.headers.get(name);
    expect([told('content-type'), told('x-content-type-options'), told('cache-control')]).toEqual([
      'image/jpeg',
      'nosniff',
      'private, max-age=300',
    ]);
    expect(Buffer.from(await file.arrayBuffer()).equals(jpegOf({ noise: 900 }))).toBe(true);
    const jinqu = await signedIn(product, 'jinqu', 'townOrganiser', county.jinqu);
    expect([(await photosOf(sessionId, jinqu)).status, (await fileOf(id, jinqu)).status]).toEqual([404, 404]);
    expect([(await photosOf(sessionId, instructor)).status, (await fileOf(id, instructor)).status]).toEqual([403, 403]);
    expect((await fileOf(randomUUID())).status).toBe(404);
    const [{ sealed }] = await product.db.query(
      'SELECT c.sealed FROM photos p JOIN file_chunks c ON c.file_id = p.file_id WHERE p.session_id = ?',
      [sessionId],
    );
    expect(sealed.includes(Buffer.from('JFIF'))).toBe(false);
  });

  it('are destroyed by whoever settles the attendance, who says why; the phone that sends one again is told it is there', async () => {
    const sessionId = await served();
    await on(training.county.county);
    const photo = { id: randomUUID(), sessionId };
    done(await hand(photo));
    const files = await stored('file_chunks');
    const remove = (token: string, body: object = { reason: '照片里是别的课' }) =>
      training.product.call(`/v1/photos/${photo.id}/remove`, { token, body });
    expect((await remove(training.official)).status).toBe(403);
    expect((await remove(training.town)).status).toBe(404);
    expect((await remove(training.organiser, {})).json.code).toBe('invalidFields');
    expect((await remove(training.organiser)).status).toBe(204);
    expect((await remove(training.organiser)).status).toBe(404);
    expect([(await fileOf(photo.id)).status, done(await photosOf(sessionId)).json.items]).toEqual([404, []]);
    expect(await stored('file_chunks')).toBe(files - 1);
    expect(await said(hand(photo))).toEqual([200, 'already']);
    const [deed] = await training.product.db.query(
      "SELECT subject, subject_id AS id, facts FROM audit_entries WHERE action = 'photo.removed'",
    );
    expect(deed).toMatchObject({ subject: 'session', id: sessionId });
    expect(JSON.stringify(deed.facts)).toContain('别的课');
  });
});
