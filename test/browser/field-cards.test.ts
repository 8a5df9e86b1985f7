import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cardText } from '#contract';
import { startField, type Field, todaysClass } from '../factories/field.js';
import { done, markOf, send } from '../factories/training.js';
import { seriousFaults } from './support/axe.js';
import { type Film, filmOf } from './support/camera-film.js';
import { marked } from './support/classroom.js';
import { sticksOut } from './support/forms.js';
import { longestStoryMs } from './support/in-the-field.js';
import { type Line, startLine } from './support/line.js';
import { type Class, letIn, openRoll, type Phone, stands, stopPhones, waiting } from './support/phone.js';

jest.setTimeout(longestStoryMs);

/** No browser of this machine has a reader of its own; to be sure of it. */
const withoutOwnReader = (): void => void delete (globalThis as { BarcodeDetector?: unknown }).BarcodeDetector;

/** People hold their cards before the phone, one after the other. */
describe('cards before the camera of a phone', () => {
  let field: Field;
  let line: Line;
  const films: Film[] = [];
  beforeAll(async () => {
    field = await startField();
    line = await startLine(field.training.product.origin);
  });
  afterEach(async () => {
    line.mend();
    await stopPhones();
    for (const film of films.splice(0)) await film.remove();
  });
  afterAll(async () => {
    await line?.stop();
    await field?.training.stop();
  });

  const cardsOf = async ({ classId }: Class): Promise<string[]> => {
    const { product, organiser } = field.training;
    const { cards } = done(await product.call(`/v1/classes/${classId}/cards`, { token: organiser, method: 'POST', body: {} })).json;
    return (cards as { code: string }[]).map(({ code }) => cardText(code));
  };
  const film = async (texts: readonly (string | null)[], pictures?: number): Promise<string> => {
    const made = await filmOf(texts, pictures);
    films.push(made);
    return made.file;
  };
  const result = ({ page }: Phone) => page.getByRole('main').getByRole('status').last();
  const says = (phone: Phone, text: string | RegExp): Promise<void> => result(phone).getByText(text).first().waitFor();
  const open = async (phone: Phone, room: Class): Promise<void> => {
    await openRoll(phone, line, room);
    await phone.page.getByRole('button', { name: '扫卡' }).tap();
    await phone.page.getByRole('heading', { name: '扫学员卡' }).waitFor();
  };
  const statuses = (room: Class) => marked(field.training, { ...room, name: '', sessions: [] }, room.sessionId);

  it('sixty in a row are read without a network by the decoder that came with the app, handed over later, and nobody twice', async () => {
    const room = await todaysClass(field, 60);
    const phone = await letIn(field, line, { film: await film(await cardsOf(room)), prepare: withoutOwnReader });
    line.cut();
    await phone.context.setOffline(true);
    await open(phone, room);
    const since = performance.now();
    await phone.page.getByText('到 60 / 60').waitFor({ timeout: 120_000 });
    process.stdout.write(`60 cards shown, half a second each: marked in ${((performance.now() - since) / 1_000).toFixed(1)} s\n`);
    // The film begins anew: cards that were shown before.
    await says(phone, '已登记:到课');
    await phone.page.getByRole('button', { name: '完成' }).tap();
    await waiting(phone.page, 60);
    for (const personId of room.trainees) await stands(phone.page, personId, '到课');
    line.mend();
    await phone.context.setOffline(false);
    await waiting(phone.page, 0);
    const rows = await field.training.product.db.query(
      'SELECT method, origin, status, COUNT(*) AS n FROM marks WHERE session_id = ? GROUP BY method, origin, status',
      [room.sessionId],
    );
    expect(rows.map((row: { n: unknown }) => ({ ...row, n: Number(row.n) }))).toEqual([
      { method: 'qr', origin: 'field', status: 'present', n: 60 },
    ]);
    expect(phone.faults).toEqual([]);
  }, 240_000);

  it('says who it is and who it is not, leaves late late, takes back, and looks well', async () => {
    const room = await todaysClass(field, 2);
    const elsewhere = await todaysClass(field, 1);
    const [mine, late] = (await cardsOf(room)) as [string, string];
    const [foreign] = (await cardsOf(elsewhere)) as [string];
    await send(field.training, [markOf(room.sessionId, room.trainees[1]!, 'late')], field.instructor);
    const seen = [mine, null, foreign, null, late, null, 'https://example.com/', null];
    const phone = await letIn(field, line, { film: await film(seen, 20), prepare: withoutOwnReader });
    await open(phone, room);
    const { page } = phone;
    await says(phone, `示例${room.trainees[0]}`);
    await says(phone, '到课');
    expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
    await says(phone, '这张卡不在这份名单上');
    await says(phone, '已登记:迟到');
    await says(phone, '这不是学员卡');
    await waiting(page, 0);
    expect(await statuses(room)).toEqual(['present', 'late']);
    expect(phone.faults).toEqual([]);
  });

  it('takes back what was read last, before it has left', async () => {
    const room = await todaysClass(field, 1);
    const [card] = await cardsOf(room);
    const phone = await letIn(field, line, { film: await film([null, card!], 30), prepare: withoutOwnReader });
    line.cut();
    await open(phone, room);
    await says(phone, '到课');
    await phone.page.getByRole('button', { name: '撤销这一个' }).tap();
    await says(phone, '已撤销');
    await phone.page.getByText('到 0 / 1').waitFor();
    expect(phone.faults).toEqual([]);
  });

  it('reads with the browser’s own reader where there is one, and with ours where that one fails', async () => {
    const room = await todaysClass(field, 2);
    const [first, second] = (await cardsOf(room)) as [string, string];
    /** A reader as phones have one; nothing it says comes from the picture. */
    const withOwnReader = (): void => {
      const page = globalThis as unknown as { shown?: string; broken?: boolean; BarcodeDetector: unknown };
      page.BarcodeDetector = class {
        static getSupportedFormats = () => Promise.resolve(['qr_code']);
        detect(): Promise<{ rawValue: string }[]> {
          if (page.broken) return Promise.reject(new Error('the service of the system is not there'));
          return Promise.resolve(page.shown === undefined ? [] : [{ rawValue: page.shown }]);
        }
      };
    };
    const phone = await letIn(field, line, { film: await film([second]), prepare: withOwnReader });
    const { page } = phone;
    await open(phone, room);
    await page.evaluate(`globalThis.shown = ${JSON.stringify(first)}`);
    await says(phone, `示例${room.trainees[0]}`);
    const asked = `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length`;
    expect(await page.evaluate(asked)).toBe(0);
    await page.evaluate('globalThis.broken = true');
    await says(phone, `示例${room.trainees[1]}`);
    expect(await page.evaluate(asked)).toBe(1);
    await waiting(page, 0);
    expect(await statuses(room)).toEqual(['present', 'present']);
    expect(phone.faults).toEqual([]);
  });

  it('says what to do where the camera is not allowed, and marking by name goes on', async () => {
    const room = await todaysClass(field, 1);
    const phone = await letIn(field, line, {});
    await open(phone, room);
    await phone.page.getByText('没有相机权限').waitFor();
    await phone.page.getByText('名单上还没有人有学员卡').waitFor();
    expect([...(await seriousFaults(phone.page, { sun: true })), ...(await sticksOut(phone.page))]).toEqual([]);
    await phone.page.getByRole('button', { name: '完成' }).tap();
    await phone.page.getByRole('button', { name: '全部到课' }).tap();
    await stands(phone.page, room.trainees[0]!, '到课');
    expect(phone.faults).toEqual([]);
  });
});
