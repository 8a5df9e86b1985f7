import { describe, expect, it } from '@jest/globals';
import { today } from '#platform/clock';
import { type Field, todaysClass } from '../factories/field.js';
import { enroll, people, settled } from '../factories/training.js';
import { testPassword } from '../stories/support/county.js';
import { visit } from './support/browser.js';
import { marked } from './support/classroom.js';
import { eventually } from './support/eventually.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { type Class, letIn, openRoll, row, stands, storedMarks, waiting } from './support/phone.js';

const thisMonth = (): string => today().slice(0, 7);
/** `FAULTS_KILLS` for the long form. */
const batteries = Number(process.env.FAULTS_KILLS ?? 20);

/** Sixty people and one tap each, every one on the disk before its tick is drawn: no longer than this. */
const promisedSeconds = 20;

/** Somebody in an orchard with sixty people and no signal. */
describe('attendance in the field', () => {
  let field: Field;
  let line: Line;
  inTheField((made) => ({ field, line } = made));

  const grid = (room: Class) => marked(field.training, { ...room, name: '', sessions: [] }, room.sessionId);
  const stored = (room: Class) => storedMarks(field, room);
  const fill = <T>(many: number, value: T): T[] => Array.from({ length: many }, () => value);

  it('sixty are marked by thumb without a network, the battery dies, and all of it is handed over without a tap', async () => {
    const month = thisMonth();
    const room = await todaysClass(field, 60);
    const before = (await settled(field.training, `from=${month}&to=${month}`)).total.attendances;
    let phone = await letIn(field, line);
    line.cut();
    await phone.context.setOffline(true);
    await openRoll(phone, line, room);
    const since = performance.now();
    for (const personId of room.trainees) await row(phone.page, personId).tap();
    await waiting(phone.page, 60);
    const seconds = (performance.now() - since) / 1_000;
    process.stdout.write(`60 people marked by 60 taps in ${seconds.toFixed(1)} s\n`);
    expect(seconds).toBeLessThan(promisedSeconds);
    await stands(phone.page, room.trainees[59]!, '到课');
    await phone.die();

    phone = await phone.wake();
    await phone.context.setOffline(true);
    await openRoll(phone, line, room);
    for (const personId of room.trainees) await stands(phone.page, personId, '到课');
    await waiting(phone.page, 60);
    expect(await grid(room)).toEqual(fill(60, null));
    line.mend();
    await phone.context.setOffline(false);
    await waiting(phone.page, 0);
    expect(await grid(room)).toEqual(fill(60, 'present'));
    await eventually(async () => (await settled(field.training, `from=${month}&to=${month}`)).total.attendances - before, 60);
    expect(await stored(room)).toBe(60);
    expect(phone.faults).toEqual([]);
  });

  it('a tap goes round, all present fills the rest, undo takes back, the counts say so', async () => {
    const room = await todaysClass(field, 6);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    const [first, second, third] = room.trainees as [string, string, string];
    for (const status of ['到课', '迟到', '缺课', '请假', '到课', '迟到']) {
      await row(page, first).tap();
      await stands(page, first, status);
    }
    for (const status of ['到课', '迟到', '缺课']) {
      await row(page, second).tap();
      await stands(page, second, status);
    }
    await page.getByRole('button', { name: '未登记 4' }).tap();
    await row(page, third).tap();
    await stands(page, third, '到课');
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(4);
    await page.getByRole('button', { name: '全部 6' }).tap();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await page.getByRole('button', { name: '都已登记' }).waitFor();
    await page.getByRole('button', { name: '撤销' }).tap();
    await page.getByText('已撤销').waitFor();
    await page.getByRole('button', { name: '未登记 3' }).waitFor();
    await page.getByRole('searchbox').fill(first);
    expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '清除' }).tap();
    line.mend();
    await page.getByRole('banner').getByRole('button').first().tap();
    await page.getByRole('button', { name: '现在发送' }).tap();
    await waiting(page, 0);
    expect(await grid(room)).toEqual(['late', 'absent', 'present', null, null, null]);
    // What has left is not unmarked; what stood there before is said again.
    await page.getByRole('button', { name: '返回' }).tap();
    await page.getByRole('button', { name: '撤销' }).waitFor({ state: 'visible' });
    await row(page, first).tap();
    await stands(page, first, '缺课');
    await eventually(async () => (await grid(room))[0], 'absent');
    await page.getByRole('button', { name: '撤销' }).tap();
    await page.getByText('已改回原来的登记').waitFor();
    await eventually(async () => (await grid(room))[0], 'late');
    expect(phone.faults).toEqual([]);
  });

  it('all present, while somebody is searched for, is of those on the screen alone, and says how many they are', async () => {
    const room = await todaysClass(field, 3);
    const found = await people(field.training, 2, { unitId: field.training.county.hengqu });
    await enroll(field.training, room.classId, found);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.cut();
    await row(page, found[0]!).tap();
    await stands(page, found[0]!, '到课');
    await page.getByRole('searchbox').fill('横渠');
    await page.getByRole('button', { name: '1 人到课', exact: true }).tap();
    await stands(page, found[1]!, '到课');
    expect(await page.getByRole('button', { name: '0 人到课', exact: true }).isDisabled()).toBe(true);
    await waiting(page, 2);
    await page.getByRole('button', { name: '清除' }).tap();
    await page.getByRole('button', { name: '未登记 3' }).waitFor();
    await page.getByRole('button', { name: '全部到课' }).tap();
    await page.getByRole('button', { name: '都已登记' }).waitFor();
    await waiting(page, 5);
    expect(phone.faults).toEqual([]);
  });

  it('of answers lost after the county had taken the packet nothing is doubled', async () => {
    const room = await todaysClass(field, 40);
    const phone = await letIn(field, line);
    const { page } = phone;
    await openRoll(phone, line, room);
    line.packets.length = 0;
    const lost = line.loseAnswers(0.3);
    // Every few taps a packet leaves.
    for (const [i, personId] of room.trainees.entries()) {
      await row(page, personId).tap();
      await stands(page, personId, '到课');
      if (i % 4 !== 3) continue;
      await page.evaluate(`window.dispatchEvent(new Event('online'))`);
      await waiting(page, 0);
    }
    expect(lost.count).toBeGreaterThanOrEqual(3);
    expect(await grid(room)).toEqual(fill(40, 'present'));
    expect(await stored(room)).toBe(40);
    process.stdout.write(`${line.packets.length} packets, ${lost.count} answers lost, 40 marks stored\n`);
  });

  it(
    'dies again and again right after a tick: none is lost, none is doubled',
    async () => {
      const room = await todaysClass(field, batteries);
      let phone = await letIn(field, line);
      line.cut();
      let kills = 0;
      for (; kills < batteries; kills++) {
        await openRoll(phone, line, room);
        await row(phone.page, room.trainees[kills]!).tap();
        await stands(phone.page, room.trainees[kills]!, '到课');
        await phone.die();
        phone = await phone.wake();
      }
      await openRoll(phone, line, room);
      await waiting(phone.page, kills);
      line.mend();
      await waiting(phone.page, 0);
      expect((await grid(room)).slice(0, kills)).toEqual(fill(kills, 'present'));
      expect(await stored(room)).toBe(kills);
      process.stdout.write(`${kills} kills right after the tick was drawn: 0 lost, 0 doubled\n`);
    },
    120_000 + batteries * 6_000,
  );

  it('two phones that say different things are one dispute at the console', async () => {
    const room = await todaysClass(field, 3);
    const phones = [await letIn(field, line), await letIn(field, line)];
    line.cut();
    const [first, second] = room.trainees as [string, string];
    for (const [i, phone] of phones.entries()) {
      await openRoll(phone, line, room);
      for (let taps = 0; taps <= i; taps++) {
        await row(phone.page, first).tap();
        await stands(phone.page, first, taps === 0 ? '到课' : '迟到');
      }
      await row(phone.page, second).tap();
      await stands(phone.page, second, '到课');
    }
    line.mend();
    for (const phone of phones) await waiting(phone.page, 0);
    expect((await grid(room)).filter((status) => status?.endsWith('!'))).toHaveLength(1);
    const desk = await visit(field.training.product, { account: 'organiser', password: testPassword });
    await desk.page.goto(`/classes/${room.classId}?tab=attendance`);
    await desk.page.getByRole('gridcell', { name: /登记不一致/ }).waitFor();
    expect(await desk.page.getByRole('gridcell', { name: /登记不一致/ }).count()).toBe(1);
    // Whoever has seen both settles it with a tap, as it shows: nothing that neither of them said.
    const shown = (await grid(room))[0]!.replace('!', '');
    const { page } = phones[0]!;
    await page.reload();
    const disputed = page.getByRole('button', { name: new RegExp(`^示例${first} .*登记不一致`) });
    await disputed.and(page.locator(`[data-status=${shown}]`)).tap();
    await eventually(async () => (await grid(room))[0], shown);
    expect(['present', 'late']).toContain(shown);
    await stands(page, first, shown === 'late' ? '迟到' : '到课');
  });
});
