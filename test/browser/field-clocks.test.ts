import { expect, test } from '@jest/globals';
import { type Field, todaysClass } from '../factories/field.js';
import { done } from '../factories/training.js';
import { testPassword } from '../stories/support/county.js';
import { visit } from './support/browser.js';
import { marked } from './support/classroom.js';
import { eventually } from './support/eventually.js';
import { inTheField } from './support/in-the-field.js';
import { type Line } from './support/line.js';
import { letIn, openRoll, row, stands, waiting } from './support/phone.js';

let field: Field;
let line: Line;
inTheField((made) => ({ field, line } = made));

const day = 86_400_000;
const at = (instant: string): number => Date.parse(instant) - Date.now();

test.each<[clock: string, ahead: () => number, shown: RegExp]>([
  ['a day ahead', () => day, /^快 24 小时$/],
  ['a day behind', () => -day, /^慢 24 小时$/],
  ['in 1970', () => at('1970-01-01T08:00:00Z'), /^慢 [\d,]+ 天$/],
  ['beyond 2038', () => at('2038-01-19T03:14:08Z'), /^快 [\d,]+ 天$/],
])(
  'a clock %s: today is the county’s, marks go to their session by themselves, and the console says how far it is off',
  async (_, offset, shown) => {
    const ahead = offset();
    const room = await todaysClass(field, 2);
    let phone = await letIn(field, line, { ahead });
    await phone.page.getByText(/这部手机的时钟差了 \d+ 分钟/).waitFor();
    await phone.page.getByRole('heading', { name: /今天/ }).waitFor();
    line.cut();
    await openRoll(phone, line, room);
    // No word of another day: the session is today's.
    expect(await phone.page.getByText('不是今天').count()).toBe(0);
    await row(phone.page, room.trainees[0]!).tap();
    await stands(phone.page, room.trainees[0]!, '到课');
    await phone.die();
    phone = await phone.wake();
    await openRoll(phone, line, room);
    await stands(phone.page, room.trainees[0]!, '到课');
    // It fails, waits, tries again and is through, without a tap and whatever the clock says.
    line.mend();
    line.turnAwayMarks();
    await phone.page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await row(phone.page, room.trainees[1]!).tap();
    await waiting(phone.page, 2);
    line.mend();
    await waiting(phone.page, 0);
    const { training } = field;
    expect(await marked(training, { ...room, name: '', sessions: [] }, room.sessionId)).toEqual(['present', 'present']);
    const { items } = done(await training.product.call(`/v1/marks?session=${room.sessionId}`, { token: training.organiser })).json;
    for (const { madeAt, receivedAt } of items as { madeAt: string; receivedAt: string }[]) {
      const off = Date.parse(madeAt) - Date.parse(receivedAt);
      expect(Math.abs(off - ahead)).toBeLessThan(5 * 60_000);
    }
    const desk = await visit(training.product, { account: 'organiser', password: testPassword });
    await desk.page.goto('/accounts/devices');
    await desk.page.getByRole('row').nth(1).getByText(shown).waitFor();
    await eventually(async () => phone.faults, []);
  },
);
