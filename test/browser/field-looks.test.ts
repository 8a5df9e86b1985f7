import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { routeWith, startField, type Field, todaysClass, viewingPointAt } from '../factories/field.js';
import { switchPhotos } from '../factories/photos.js';
import { done } from '../factories/training.js';
import { seriousFaults } from './support/axe.js';
import { sticksOut } from './support/forms.js';
import { longestStoryMs } from './support/in-the-field.js';
import { type Line, startLine } from './support/line.js';
import { type Class, letIn, startPhone, stopPhones } from './support/phone.js';
import { noisyPicture } from './support/pictures.js';

jest.setTimeout(longestStoryMs);

/** Read in the sun, by large fingers, on a small phone. */
describe('the look of the field app', () => {
  let field: Field;
  let line: Line;
  let room: Class;
  beforeAll(async () => {
    field = await startField();
    line = await startLine(field.training.product.origin);
    const routeId = await routeWith(field, ['豆家堡村人居环境治理现场教学点', '横渠村村风家风建设', '金渠镇猕猴桃标准化建设']);
    room = await todaysClass(field, 12, { ofClass: { kind: 'practical' }, ofSession: { routeId } });
    await viewingPointAt(field, room.sessionId, '豆家堡村党群服务中心二楼会议室');
    const { product, organiser, county } = field.training;
    done(await switchPhotos(product, organiser, county.county, true));
  });
  afterEach(() => line.mend());
  afterAll(async () => {
    await stopPhones();
    await line?.stop();
    await field?.training.stop();
  });

  for (const theme of ['light', 'dark'] as const)
    for (const language of ['zh', 'en'] as const)
      it(`every page, ${theme}, ${language}: axe finds nothing, text stands at 7 : 1, nothing is wider than 360 px, plain and in large type`, async () => {
        const phone = await letIn(field, line, { theme, language });
        const { page } = phone;
        const faults: string[] = [];
        const look = async (where: string): Promise<void> => {
          for (const fault of [...(await seriousFaults(page, { sun: true })), ...(await sticksOut(page))])
            faults.push(`${where}: ${fault}`);
        };
        for (const type of ['plain', 'large']) {
          await page.evaluate(`localStorage.setItem('sitang.field.type', '${type}')`);
          await page.goto(`${line.origin}/field/`);
          await page
            .getByText(/示例课/)
            .first()
            .waitFor();
          await look(`days, ${type}`);
          await page.goto(`${line.origin}/field/sessions/${room.sessionId}`);
          const rows = page.getByRole('main').getByRole('listitem').getByRole('button');
          await rows.nth(11).waitFor();
          if (type === 'plain') {
            line.cut();
            for (let person = 0; person < 4; person++) for (let tap = 0; tap <= person; tap++) await rows.nth(person).tap();
          }
          await look(`roll, ${type}`);
          for (const one of await rows.all()) expect((await one.boundingBox())!.height).toBeGreaterThanOrEqual(56);
          await page.getByRole('button', { expanded: false }).tap();
          await look(`roll with all ways, ${type}`);
          await page.goto(`${line.origin}/field/sessions/${room.sessionId}/walk-in`);
          await page.getByRole('textbox').first().fill('李'.repeat(200));
          await page.getByRole('alert').waitFor();
          await look(`walk-in, ${type}`);
          await page.goto(`${line.origin}/field/sessions/${room.sessionId}/heads`);
          for (const digit of ['4', '6']) await page.getByRole('button', { name: digit, exact: true }).tap();
          await page.getByRole('button', { name: /^(作为总数|This is all)/ }).tap();
          // A tap is heard a moment later: the page is looked at when it shows what was typed.
          const shown = (text: string) => page.locator('output').filter({ hasText: new RegExp(`^${text}$`) });
          await shown('—').waitFor();
          await page.getByRole('button', { name: '7', exact: true }).tap();
          await shown('7').waitFor();
          await look(`heads, ${type}`);
          // All at one moment: a word on what was done comes and goes with its button.
          const heights = await page.getByRole('button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
          expect(Math.min(...heights)).toBeGreaterThanOrEqual(48);
          await page.goto(`${line.origin}/field/sessions/${room.sessionId}/assisted`);
          await rows.nth(0).tap();
          await page.getByRole('textbox').first().waitFor();
          await look(`assisted, ${type}`);
          await page.goto(`${line.origin}/field/sessions/${room.sessionId}/photos`);
          const opening = page.waitForEvent('filechooser');
          await page.getByRole('button', { name: /拍一张|^Take a/ }).tap();
          await (await opening).setFiles({ name: 'camera.bmp', mimeType: 'image/bmp', buffer: noisyPicture(80, 60) });
          await page.getByRole('main').getByRole('listitem').last().waitFor();
          await look(`photos, ${type}`);
          await page.goto(`${line.origin}/field/records`);
          await page.getByRole('main').getByRole('listitem').first().waitFor();
          await look(`records, ${type}`);
          await page.goto(`${line.origin}/field/lock`);
          await page.locator('fieldset').waitFor();
          await look(`PIN and leaving, ${type}`);
        }
        line.mend();
        expect(faults).toEqual([]);
        expect(phone.faults).toEqual([]);
        await phone.stop();
        const stranger = await startPhone({ theme, language });
        await stranger.page.goto(`${line.origin}/field/`);
        await stranger.page.getByRole('heading').waitFor();
        expect([...(await seriousFaults(stranger.page, { sun: true })), ...(await sticksOut(stranger.page))]).toEqual([]);
        await stranger.stop();
      });
});
