import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { enrolled, type Phone } from '../factories/phones.js';
import { markOf } from '../factories/training.js';

/** What goes over one bar of signal, byte by byte. */
describe('on the line to a phone', () => {
  let field: Field;
  let phone: Phone;
  beforeAll(async () => {
    field = await startField();
    const { product, organiser } = field.training;
    phone = await enrolled(product, organiser, field.instructorId);
  });
  afterAll(() => field?.training.stop());

  interface Came {
    status: number;
    encoding?: string;
    bytes: Buffer;
  }
  /** As it comes: `fetch` would unpack it. */
  const ask = (path: string, headers: Record<string, string>, body?: Buffer): Promise<Came> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${field.training.product.origin}${path}`,
        { method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${phone.token}`, ...headers } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
          answer.on('end', () =>
            resolve({ status: answer.statusCode!, encoding: answer.headers['content-encoding'], bytes: Buffer.concat(parts) }),
          );
        },
      );
      sent.on('error', reject).end(body);
    });
  const send = (body: Buffer, encoding = 'gzip') =>
    ask('/v1/field/marks', { 'content-type': 'application/json', 'content-encoding': encoding }, body);

  it('a day’s pack for sixty people takes at most 30 kB', async () => {
    await todaysClass(field, 60);
    const packed = await ask('/v1/field/pack', { 'accept-encoding': 'gzip, br' });
    const { sessions } = JSON.parse(gunzipSync(packed.bytes).toString());
    expect([packed.status, packed.encoding, sessions[0].roster.length]).toEqual([200, 'gzip', 60]);
    expect(packed.bytes.length).toBeLessThanOrEqual(30_000);
    process.stdout.write(`a pack of 60 people: ${packed.bytes.length} bytes\n`);
    const plain = await ask('/v1/field/pack', {});
    expect([plain.encoding, JSON.parse(plain.bytes.toString()).sessions[0].roster.length]).toEqual([undefined, 60]);
  });

  it('five hundred marks go in one packet of at most 80 bytes each, corrections too', async () => {
    const { sessionId, trainees } = await todaysClass(field, 500);
    const marks = trainees.map((person) => markOf(sessionId, person, 'present', { at: new Date().toISOString() }));
    const late = marks.map((mark) => ({ ...mark, id: randomUUID(), status: 'late', replaces: [mark.id] }));
    for (const packet of [marks, late]) {
      const body = gzipSync(JSON.stringify({ deviceId: phone.deviceId, marks: packet }));
      process.stdout.write(`${(body.length / 500).toFixed(1)} bytes a mark\n`);
      expect(body.length / 500).toBeLessThanOrEqual(80);
      const { status, bytes } = await send(body);
      const { verdicts } = JSON.parse(bytes.toString()) as { verdicts: { verdict: string }[] };
      expect([status, new Set(verdicts.map(({ verdict }) => verdict))]).toEqual([200, new Set(['accepted'])]);
    }
  });

  it('what unpacks to too much, to nothing, or is packed otherwise is refused', async () => {
    const code = async (answer: Promise<Came>) => {
      const { status, bytes } = await answer;
      return [status, JSON.parse(bytes.toString()).code];
    };
    expect(await code(send(gzipSync(Buffer.alloc(50 * 1_048_576, ' '))))).toEqual([413, 'bodyTooLarge']);
    expect(await code(send(Buffer.from('{"marks": []}')))).toEqual([400, 'malformedBody']);
    expect(await code(send(gzipSync('{"marks": []}').subarray(0, 20)))).toEqual([400, 'malformedBody']);
    expect(await code(send(Buffer.from('{"marks": []}'), 'br'))).toEqual([415, 'mediaTypeUnsupported']);
  });
});
