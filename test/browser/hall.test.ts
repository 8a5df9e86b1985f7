import { beforeEach, describe, expect, it } from '@jest/globals';
import { encode } from 'uqr';
import { hallCode, hallMark, hallWindowAt } from '#contract';
import { addDays, now, today } from '#platform/clock';
import { type Field, todaysClass } from '../factories/field.js';
import { done } from '../factories/training.js';
import { until } from '../../libs/platform/clock/until.fixture.js';
import { testPassword } from '../stories/support/county.js';
import { seriousFaults } from './support/axe.js';
import { visit } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { sticksOut } from './support/forms.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { inStore, letIn } from './support/phone.js';

const clockOfCounty = (): string => now().toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
/** The half-day of this moment in the county, and its hour. */
function thisHour(): { dayPart: string; startsAt: string } {
  const hour = clockOfCounty().slice(0, 2);
  return { dayPart: hour < '12' ? 'am' : hour < '18' ? 'pm' : 'evening', startsAt: `${hour}:00` };
}

/** A hall full of people with phones of their own. */
describe('people who sign in themselves', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));
  // A hall is shut at midnight, whoever is still in it: what begins right before begins after.
  beforeEach(() => until(() => clockOfCounty() < '23:57', 'the new day', 200_000), 220_000);

  it('scan what the instructor’s phone shows without a network, or type its digits, and stand on its roll', async () => {
    const { product, organiser } = field.training;
    const { classId, trainees } = await todaysClass(field, 3);
    const [first, second] = trainees as [string, string];
    await product.db.query("UPDATE people SET phone_last4 = '0123' WHERE id = ?", [first]);
    await product.db.query("UPDATE people SET id_number_last4 = '456X' WHERE id = ?", [second]);
    const body = { leadClassId: classId, topic: '会场课', date: today(), instructorIds: [field.instructorId], ...thisHour() };
    const sessionId = done(await product.call('/v1/sessions', { token: organiser, body })).json.id as string;
    const { sessions } = done(await product.call('/v1/field/pack', { token: field.instructor })).json;
    const secret = sessions.find((one: { id: string }) => one.id === sessionId).hall as string;

    const phone = await letIn(field, line);
    line.cut();
    await phone.context.setOffline(true);
    await phone.page.goto(`${line.origin}/field/sessions/${sessionId}`);
    await phone.page.getByRole('button', { name: '会场码' }).tap();
    const shown = phone.page.getByText(/^\d{3} \d{3}$/);
    await shown.waitFor();
    expect([...(await seriousFaults(phone.page, { sun: true })), ...(await sticksOut(phone.page))]).toEqual([]);
    /** The address in the picture: that of the code which stands now, or stood a moment ago. */
    const scanned = async (): Promise<string | undefined> => {
      const drawn = (await phone.page.getByRole('img', { name: '会场二维码' }).locator('path').getAttribute('d'))!;
      for (const ago of [0, 1]) {
        const code = await hallCode(secret, sessionId, hallWindowAt(Date.now()) - ago);
        const link = `${line.origin}/here/#${hallMark(sessionId, code)}`;
        const { data } = encode(link, { ecc: 'M', border: 4 });
        const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
        if (dots === drawn) return link.slice(line.origin.length);
      }
      return undefined;
    };

    const one = await visit(product, { size: 'phone' });
    await one.page.goto((await scanned())!);
    await one.page.getByText('会场课').waitFor();
    expect(new URL(one.page.url()).hash).toBe('');
    expect([...(await seriousFaults(one.page, { sun: true })), ...(await sticksOut(one.page))]).toEqual([]);
    const [name, last4] = [one.page.getByLabel('姓名'), one.page.getByLabel('手机号或身份证号后四位')];
    await name.fill('<img src=x onerror=alert(1)>');
    await last4.fill('0123');
    await one.page.getByRole('button', { name: '登记到课' }).click();
    await one.page.getByRole('alert').getByText('没有找到').waitFor();
    expect(await one.page.locator('img').count()).toBe(0);
    // What was typed is still there to be mended.
    expect(await name.inputValue()).toBe('<img src=x onerror=alert(1)>');
    await name.fill(`示例${first}`);
    await one.page.getByRole('button', { name: '登记到课' }).click();
    await one.page.getByText('已登记到课').waitFor();
    expect([...(await seriousFaults(one.page, { sun: true })), ...(await sticksOut(one.page))]).toEqual([]);

    const two = await visit(product, { size: 'phone', language: 'en', theme: 'dark' });
    await two.page.goto('/here');
    const digits = two.page.getByLabel('The six digits on the screen');
    const typed = (await shown.textContent())!;
    await digits.fill(typed.startsWith('9') ? '000000' : '999999');
    await two.page.getByRole('button', { name: 'Next' }).click();
    await two.page.getByRole('alert').getByText('Look at the screen').waitFor();
    expect([...(await seriousFaults(two.page, { sun: true })), ...(await sticksOut(two.page))]).toEqual([]);
    await digits.fill((await shown.textContent())!.replace(' ', ''));
    await two.page.getByRole('button', { name: 'Next' }).click();
    await two.page.getByLabel('Name').fill(`示例${second}`);
    await two.page.getByLabel('Last four').fill('456x');
    await two.page.getByRole('button', { name: 'I am here' }).click();
    await two.page.getByText('You are marked present').waitFor();

    line.mend();
    await phone.context.setOffline(false);
    await phone.page.reload();
    await phone.page.getByText('到 2 / 3').waitFor();
    const marks = await product.db.query('SELECT origin, method, status FROM marks WHERE session_id = ?', [sessionId]);
    expect(marks).toEqual([1, 2].map(() => ({ origin: 'self', method: 'code', status: 'present' })));
    for (const faults of [phone.faults, one.faults, two.faults]) expect(faults).toEqual([]);
  });

  it('with a code that has changed are told to look at the screen again', async () => {
    const { page, faults } = await visit(field.training.product, { size: 'phone' });
    await page.goto('/here/#7.q5yGxk0mTtC9b2Zr');
    await page.getByRole('alert').getByText('请看大屏幕').waitFor();
    await page.getByLabel('大屏幕上的六位数字').waitFor();
    expect(faults).toEqual([]);
  });

  it('sign in by the digits that an organiser’s computer throws on the wall, which counts them and goes on where the line breaks', async () => {
    const { product, organiser } = field.training;
    const { classId, trainees } = await todaysClass(field, 2);
    await product.db.query("UPDATE people SET phone_last4 = '0123' WHERE id = ?", [trainees[0]]);
    const body = { leadClassId: classId, topic: '会场课', date: today(), place: '县委党校', ...thisHour() };
    const sessionId = done(await product.call('/v1/sessions', { token: organiser, body })).json.id as string;
    const desk = await visit(product, { account: 'organiser', password: testPassword });
    await desk.page.goto(`/sessions/${sessionId}`);
    await desk.page.getByRole('dialog', { name: '会场课' }).getByRole('link', { name: '会场码' }).click();
    await desk.page.getByRole('img', { name: '会场二维码' }).waitFor();
    await desk.page.getByText('本人登记 0 人 · 花名册 2 人').waitFor();
    await desk.page.getByText(/县委党校/).waitFor();
    expect([...(await seriousFaults(desk.page)), ...(await sticksOut(desk.page))]).toEqual([]);
    await desk.page.getByRole('button', { name: '全屏' }).click();
    await eventually(() => desk.page.evaluate('document.fullscreenElement?.tagName'), 'ARTICLE');
    const shown = desk.page.getByText(/^\d{3} \d{3}$/);

    const { page, faults } = await visit(product, { size: 'phone' });
    await page.goto('/here');
    await page.getByLabel('大屏幕上的六位数字').fill((await shown.textContent())!.replace(' ', ''));
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('姓名').fill(`示例${trainees[0]}`);
    await page.getByLabel('手机号或身份证号后四位').fill('0123');
    await page.getByRole('button', { name: '登记到课' }).click();
    await page.getByText('已登记到课').waitFor();

    await desk.page.getByText('本人登记 1 人').waitFor();
    const before = await shown.textContent();
    await desk.context.setOffline(true);
    await desk.page.getByRole('alert').getByText('连不上服务器').waitFor();
    await eventually(async () => (await shown.textContent()) !== before, true, 45_000);
    for (const seen of [desk.faults, faults]) expect(seen).toEqual([]);
  });

  it('see on the wall when it opens, and nothing to scan before', async () => {
    const { product, organiser } = field.training;
    const { classId } = await todaysClass(field, 1);
    const hours = { date: addDays(today(), 1), dayPart: 'am', startsAt: '08:30', endsAt: '11:30' };
    const body = { leadClassId: classId, topic: '明天的课', ...hours };
    const sessionId = done(await product.call('/v1/sessions', { token: organiser, body })).json.id as string;
    for (const size of ['desk', 'phone'] as const) {
      const { page, faults } = await visit(product, { account: 'organiser', password: testPassword, size, theme: 'dark', language: 'en' });
      await page.goto(`/sessions/${sessionId}/hall`);
      await page.getByText(/People sign in from .*08:00/).waitFor();
      expect(await page.getByRole('img').count()).toBe(0);
      expect([...(await seriousFaults(page)), ...(await sticksOut(page))]).toEqual([]);
      expect(faults).toEqual([]);
    }
  });

  it('scan the code of the second roll call, which goes by no digits, and are recorded at that one', async () => {
    const { product, organiser } = field.training;
    const { classId, trainees } = await todaysClass(field, 1);
    await product.db.query("UPDATE people SET phone_last4 = '0123' WHERE id = ?", trainees);
    const body = { leadClassId: classId, topic: '会场课', date: today(), instructorIds: [field.instructorId], ...thisHour() };
    const sessionId = done(await product.call('/v1/sessions', { token: organiser, body })).json.id as string;
    const { sessions } = done(await product.call('/v1/field/pack', { token: field.instructor })).json;
    const secret = sessions.find((one: { id: string }) => one.id === sessionId).hall as string;
    const { page, faults } = await letIn(field, line);
    await page.goto(`${line.origin}/field/sessions/${sessionId}`);
    await page.getByRole('button', { name: '更多' }).tap();
    await page.getByRole('button', { name: '再点一次' }).tap();
    await page.getByRole('button', { name: '会场码' }).tap();
    await page.getByText('学员用自己的手机扫码,登记在').waitFor();
    await page.getByText('第 2 次点名').waitFor();
    expect(await page.getByText(/^\d{3} \d{3}$/).count()).toBe(0);
    expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
    const place = { slot: 2 };
    const visitor = await visit(product, { size: 'phone' });
    const code = await hallCode(secret, sessionId, hallWindowAt(Date.now()), place);
    await visitor.page.goto(`/here/#${hallMark(sessionId, code, place)}`);
    await visitor.page.getByLabel('姓名').fill(`示例${trainees[0]}`);
    await visitor.page.getByLabel('手机号或身份证号后四位').fill('0123');
    await visitor.page.getByRole('button', { name: '登记到课' }).click();
    await visitor.page.getByText('已登记到课').waitFor();
    expect(await product.db.query('SELECT slot FROM marks WHERE session_id = ?', [sessionId])).toEqual([place]);
    for (const some of [faults, visitor.faults]) expect(some).toEqual([]);
  });

  it('are not called to a code of a phone whose clock began anew: it says that its time is wrong', async () => {
    const { sessionId } = await todaysClass(field, 1);
    const phone = await letIn(field, line);
    const { page } = phone;
    line.cut();
    await page.goto(`${line.origin}/field/sessions/${sessionId}/hall`);
    await page.getByText(/^\d{3} \d{3}$/).waitFor();
    expect(await page.getByText('请把手机的日期和时间调准').count()).toBe(0);
    const later = 'new Date(Date.now() + 86400000).toISOString()';
    await inStore(
      page,
      'keepsakes',
      `store.get('served').onsuccess = ({ target }) => store.put({ ...target.result, at: ${later} }, 'served');`,
    );
    await page.reload();
    await page.getByRole('alert').getByText('请把手机的日期和时间调准').waitFor();
    expect([...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))]).toEqual([]);
    line.mend();
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await eventually(() => page.getByText('请把手机的日期和时间调准').count(), 0);
  });

  it('see that a code runs out before it does', async () => {
    const { classId } = await todaysClass(field, 1);
    const body = { leadClassId: classId, topic: '会场课', date: today(), instructorIds: [field.instructorId], ...thisHour() };
    const sessionId = done(await field.training.product.call('/v1/sessions', { token: field.training.organiser, body })).json.id as string;
    const phone = await letIn(field, line);
    await phone.page.goto(`${line.origin}/field/sessions/${sessionId}/hall`);
    const shown = phone.page.getByText(/^\d{3} \d{3}$/);
    const before = await shown.textContent();
    await eventually(async () => (await shown.textContent()) !== before, true, 45_000);
    expect(phone.faults).toEqual([]);
  });
});
