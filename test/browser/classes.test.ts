import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page, type Route } from 'playwright-core';
import { closeBrowser } from './support/browser.js';
import { type Desk, openEdit, startDesk } from './support/desk.js';
import { fill, pick, questionsOf, sticksOut } from './support/forms.js';

/** An organiser sets up classes from an empty form, or from an earlier one, whatever they are called. */
describe('setting up classes in a browser', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
    const { county } = desk.training;
    await desk.api('/v1/instructors', { unitId: String(county.county), name: '张果农', engagement: 'partTime' });
    const stops = [];
    for (const name of ['横渠村史馆', '猕猴桃示范园'])
      stops.push({
        siteId: (await desk.api('/v1/teaching-sites', { unitId: String(county.hengqu), name })).id,
        minutes: 60,
        travelMinutes: 10,
      });
    await desk.api('/v1/routes', { unitId: String(county.county), name: '果业振兴线', stops });
  }, 120_000);
  afterAll(async () => {
    await closeBrowser();
    await desk?.training.stop();
  });

  interface Kind {
    kind: string;
    name: string;
    answer: (page: Page) => Promise<void>;
    host?: string;
    sessions: string[];
  }
  const kinds: Kind[] = [
    {
      kind: '网络课',
      name: '春季直播课堂',
      async answer(page) {
        await fill(page, '班次名称', '春季直播课堂');
        await fill(page, '日期', '2022-03-10');
        await fill(page, '开始时间', '14:30');
        await fill(page, '平台或会场', '学习强国');
      },
      sessions: ['2022年3月10日 周四 下午'],
    },
    {
      kind: '专题课',
      name: '支部书记第3期班',
      async answer(page) {
        await fill(page, '班次名称', '支部书记第3期班');
        await fill(page, '系列', '支部书记');
        await fill(page, '第几期', '3');
        await page.getByLabel('主体班次').check();
        await fill(page, '开始日期', '2022-03-14');
        await fill(page, '结束日期', '2022-03-15');
        await fill(page, '各半天的主题', '党建引领\n产业发展');
        // One of the four half-days is not taught.
        await page.getByRole('listitem').filter({ hasText: '3月15日' }).last().getByRole('button', { name: '不上' }).click();
      },
      sessions: ['2022年3月14日 周一 上午', '2022年3月14日 周一 下午', '2022年3月15日 周二 上午'],
    },
    {
      kind: '实践课',
      name: '果业现场观摩',
      async answer(page) {
        await fill(page, '班次名称', '果业现场观摩');
        await fill(page, '开始日期', '2022-03-17');
        for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.getByLabel('每天').press(key);
        await pick(page, '学习线路', '果业');
        await pick(page, '教师', '张果');
      },
      sessions: ['2022年3月17日 周四 上午'],
    },
    {
      kind: '示范课',
      name: '豆家堡村授粉示范课',
      async answer(page) {
        await pick(page, '村', '豆家堡');
        await fill(page, '主题', '授粉');
        await fill(page, '日期', '2022-03-18');
        await page.getByText('下午', { exact: true }).click();
        // In place of one's own unit, which stands there already.
        await pick(page, '主办单位', '横渠镇');
      },
      host: '横渠镇',
      sessions: ['2022年3月18日 周五 下午'],
    },
  ];
  it.each(kinds)(
    'begin with an empty form, at most twelve questions, and are running: $kind',
    async ({ kind, name, answer, host = '眉县', sessions }) => {
      const { page, faults } = await desk.enter();
      await page.goto('/classes');
      await page.getByRole('link', { name: '新建培训班' }).click();
      await page.getByRole('heading', { name: '先选课堂' }).waitFor();
      await page.getByRole('link', { name: new RegExp(kind) }).click();
      const publish = page.getByRole('button', { name: '建班并发布' });
      expect(await questionsOf(page.locator('form').filter({ has: publish }))).toBeLessThanOrEqual(12);
      await answer(page);
      await publish.click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      const timetable = page.getByRole('table', { name: '课表' });
      await timetable.waitFor();
      expect(await timetable.locator('tbody').getByRole('link').allTextContents()).toEqual(sessions);
      await page.getByRole('link', { name: '概况' }).click();
      await page.getByText('现在:已发布', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: '开班', exact: true }).click();
      await page.getByText('开始点名登记。').waitFor({ state: 'detached' });
      const [made] = (await desk.api(`/v1/classes?q=${encodeURIComponent(name)}`)).items;
      expect(made).toMatchObject({ name, state: 'running', sessions: sessions.length, labels: { hosts: [host] } });
      expect(faults).toEqual([]);
    },
  );

  it('are filled in from an earlier one, all but the dates, the run one higher, and what is not asked stays', async () => {
    const instructorIds = [(await desk.api('/v1/instructors?q=张果农')).items[0].id];
    const siteId = (await desk.api('/v1/teaching-sites?q=横渠村史馆')).items[0].id;
    const taught = { place: '县委党校', instructorIds, siteId, date: '2022-03-07' };
    const sessions = [
      { ...taught, topic: '党建引领', dayPart: 'am', startsAt: '08:30', endsAt: '11:30' },
      { ...taught, topic: '产业发展', dayPart: 'pm', startsAt: '14:00', endsAt: '17:00', place: '果业中心' },
    ];
    const series = { series: '致富带头人', runNumber: 7, coreProgramme: true };
    await desk.classOf('致富带头人第7期班', { ...series, sessions });
    const { page, faults } = await desk.enter();
    await page.goto('/classes/new?kind=thematic');
    await pick(page, '照以前的班填写', '致富带头人第7期');
    await page.getByText('请填日期').waitFor();
    const said = (label: string) => page.getByLabel(label, { exact: true }).inputValue();
    expect([await said('班次名称'), await said('系列'), await said('第几期'), await said('地点')]).toEqual([
      '致富带头人第8期班',
      '致富带头人',
      '8',
      '县委党校',
    ]);
    expect([await said('开始日期'), await said('各半天的主题')]).toEqual(['', '党建引领\n产业发展']);
    await fill(page, '开始日期', '2022-03-21');
    await page.getByText('14:00–17:00 · 横渠村史馆 · 果业中心 · 张果农').waitFor();
    await page.getByRole('button', { name: '建班并发布' }).click();
    await page.getByRole('heading', { name: '致富带头人第8期班', level: 1 }).waitFor();
    const id = new URL(page.url()).pathname.split('/').pop()!;
    expect(await desk.api(`/v1/classes/${id}`)).toMatchObject({ ...series, runNumber: 8 });
    expect((await desk.api(`/v1/sessions?class=${id}`)).items).toMatchObject(sessions.map((one) => ({ ...one, date: '2022-03-21' })));
    expect(faults).toEqual([]);
  });

  it('go on with a series whatever their kind', async () => {
    const runs = { kind: 'online', series: '直播课堂', runNumber: 2, coreProgramme: true };
    const sessions = [{ topic: '授粉', date: '2022-03-07', dayPart: 'pm', startsAt: '14:30', place: '学习强国' }];
    const copied = await desk.classOf('直播课堂第2期', { ...runs, sessions });
    const { page } = await desk.enter();
    await page.goto(`/classes/new?kind=online&copy=${copied}`);
    await page.getByText('请填日期').waitFor();
    await fill(page, '日期', '2022-03-22');
    await page.getByRole('button', { name: '建班并发布' }).click();
    await page.getByRole('heading', { name: '直播课堂第3期', level: 1 }).waitFor();
    const id = new URL(page.url()).pathname.split('/').pop()!;
    expect(await desk.api(`/v1/classes/${id}`)).toMatchObject({ ...runs, runNumber: 3 });
  });

  it('keep what was typed over an earlier one: while it was still being read, and by who comes back to it', async () => {
    const id = await desk.classOf('乡村振兴第4期班', { series: '乡村振兴', runNumber: 4 });
    const { page } = await desk.enter();
    const asked = new Promise<Route>((resolve) => void page.route(`**/v1/classes/${id}`, resolve));
    await page.goto(`/classes/new?kind=thematic&copy=${id}`);
    const reading = await asked;
    await fill(page, '班次名称', '乡村振兴秋季班');
    await reading.continue();
    await page.getByText('请填日期').waitFor();
    const [name, topics] = [page.getByLabel('班次名称', { exact: true }), page.getByLabel('各半天的主题', { exact: true })];
    expect([await name.inputValue(), await topics.inputValue()]).toEqual(['乡村振兴秋季班', '党建引领\n社会治理']);
    await topics.fill('产业发展');
    await page.getByRole('main').getByRole('link', { name: '培训班', exact: true }).click();
    await page.getByRole('link', { name: '新建培训班' }).waitFor();
    await page.goBack();
    await name.waitFor();
    await page.waitForLoadState('networkidle');
    expect([await name.inputValue(), await topics.inputValue()]).toEqual(['乡村振兴秋季班', '产业发展']);
    await page.getByText('乡村振兴第4期班', { exact: true }).waitFor();
  });

  /** Markup, right to left, emoji and no place to break, as long as the field takes. */
  const hostile = (most: number): string => `<b onclick="x">&lt;果</b>${'\u202e'}שלום مرحبا👨‍👩‍👧🍒${'W'.repeat(200)}`.slice(0, most);
  it.each(['desk', 'phone'] as const)('and people of any name are text that breaks no page, on a %s', async (size) => {
    const { county } = desk.training;
    const name = hostile(120);
    const id = await desk.classOf(name, { contact: hostile(100), series: hostile(100) });
    const who = hostile(60);
    const person = await desk.api('/v1/people', { name: who, unitId: String(county.doujiabu) });
    await desk.api('/v1/enrollments', { classId: id, people: [{ personId: person.id, team: hostile(40) }] });
    const instructor = await desk.api('/v1/instructors', { name: who, unitId: String(county.county), engagement: 'partTime' });
    const { page, faults } = await desk.enter({ size });
    const addresses: [string, string][] = [
      [`/classes?q=${encodeURIComponent(name.slice(0, 30))}`, name],
      [`/classes/${id}`, name],
      [`/classes/${id}?tab=sessions`, name],
      [`/classes/${id}?tab=roster`, who],
      [`/classes/${id}/attendance`, who],
      [`/classes/${id}/sheet`, who],
      [`/people?q=${encodeURIComponent(who.slice(0, 20))}`, who],
      [`/people/${person.id}`, who],
      [`/instructors?q=${encodeURIComponent(who.slice(0, 20))}`, who],
      [`/instructors/${instructor.id}`, who],
    ];
    for (const [path, text] of addresses) {
      await page.goto(path);
      await page.getByText(text).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([path, await sticksOut(page)]).toEqual([path, []]);
    }
    const sheet = await openEdit(page, id);
    expect(await sheet.getByLabel('名称').inputValue()).toBe(name);
    expect(await sticksOut(page)).toEqual([]);
    // Nothing of a name has become an element.
    expect(await page.locator('[onclick]').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
