import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { type ImportKind } from '#contract';
import { type CellToWrite, workbookBuffer } from '#platform/workbook';
import { done, people, settled, startTraining, type Training } from '../factories/training.js';
import { until } from '../../libs/platform/clock/until.fixture.js';

/** Files as organisers send them, through HTTP and the worker: verdicts first, then applied, then taken back. */
describe('imports', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  async function upload(kind: ImportKind, bytes: Buffer, name = '学员名单.xlsx', token = training.organiser) {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new Blob([new Uint8Array(bytes)]), name);
    const response = await fetch(`${training.product.origin}/v1/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    return { status: response.status, json: (await response.json()) as { id: string; code?: string } };
  }
  const book = (name: string, rows: CellToWrite[][]) => workbookBuffer([{ name, rows }]);

  /** The import once it has left the state it was in. */
  async function when(id: string, ...states: string[]) {
    for (let tries = 0; tries < 400; tries++) {
      const found = done(await training.product.call(`/v1/imports/${id}`, { token: training.organiser })).json;
      if (states.includes(found.state)) return found;
      await new Promise((go) => setTimeout(go, 25));
    }
    throw new Error(`import ${id} never became ${states.join(' or ')}`);
  }
  const act = async (id: string, what: 'apply' | 'cancel' | 'check' | 'revert') => {
    const { version } = done(await training.product.call(`/v1/imports/${id}`, { token: training.organiser })).json;
    const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
    return training.product.call(`/v1/imports/${id}/${what}`, { method: 'POST', token: training.organiser, headers });
  };

  const header = ['课次编号', '村代码', '日期', '时段', '主题', '教师姓名', '人数', '清点方式', '清点人'];
  const lesson = (code: string, village: string, date: string, count: CellToWrite, part = '上午'): CellToWrite[] => [
    code,
    village,
    date,
    part,
    '疏果',
    '土专家',
    count,
    '清点',
    '村文书',
  ];
  const lessons = () =>
    book('报送', [
      ['豆家堡村示范课报送(示例数据)'],
      header,
      lesson('1', '610326101204', '2021-05-03', 40),
      lesson('2', '610326101204', '2021年5月4日', 46, '下午'),
      lesson('3', '610326999999', '2021-05-05', 10),
      lesson('4', '610326101204', '2021-13-01', 10),
      lesson('5', '610326101204', '2021-05-06', '许多'),
      ['合计', null, null, null, null, null, 86, null, null],
    ]);

  it('gives every row a verdict, changes nothing until applied, then counts, then is taken back whole', async () => {
    const query = 'from=2021-05&to=2021-05';
    const { status, json } = await upload('lessons', await lessons(), '横渠镇五月报送.xlsx');
    expect(status).toBe(202);
    expect(await when(json.id, 'checked')).toMatchObject({ fileName: '横渠镇五月报送.xlsx', rows: { total: 5, create: 2, faulty: 3 } });
    const faulty = done(await training.product.call(`/v1/imports/${json.id}/rows?verdict=faulty`, { token: training.organiser })).json
      .items;
    expect(
      faulty.map((row: { row: number; faults: { column: string; code: string }[] }) => [
        row.row,
        row.faults[0]!.column,
        row.faults[0]!.code,
      ]),
    ).toEqual([
      [5, '村代码', 'referenceUnknown'],
      [6, '日期', 'malformedDate'],
      [7, '人数', 'malformedNumber'],
    ]);
    expect((await settled(training, query)).total.personTimes.declared).toBe(0);

    expect((await act(json.id, 'apply')).status).toBe(202);
    await when(json.id, 'applied');
    expect((await settled(training, query)).total).toMatchObject({ personTimes: { declared: 86 }, sessionsHeld: 2, batches: 1 });

    const again = await upload('lessons', await lessons());
    expect(await when(again.json.id, 'checked')).toMatchObject({ rows: { create: 0, update: 0, unchanged: 2, faulty: 3 } });

    expect((await act(json.id, 'revert')).status).toBe(202);
    await when(json.id, 'reverted');
    expect((await settled(training, query)).total).toMatchObject({ personTimes: { declared: 0 }, sessionsHeld: 0, batches: 0 });
  });

  it('a corrected row replaces what was imported for that person before', async () => {
    const [person] = await people(training, 1);
    await training.product.db.query("UPDATE people SET code = 'MX-1', name = '示例学员' WHERE id = ?", [person]);
    const apply = async (kind: ImportKind, bytes: Buffer) => {
      const { json } = await upload(kind, bytes);
      await when(json.id, 'checked');
      await act(json.id, 'apply');
      return when(json.id, 'applied');
    };
    const classes = await workbookBuffer([
      {
        name: '班次',
        rows: [
          ['班次编号', '班次名称', '课堂类型', '主办单位代码', '开始日期', '结束日期'],
          ['ZT-1', '示例专题班', '专题课', '610326', '2021-06-01', '2021-06-30'],
        ],
      },
      {
        name: '课表',
        rows: [
          ['班次编号', '课次编号', '日期', '时段', '主题'],
          ['ZT-1', 'KC01', '2021-06-08', '上午', '党建引领'],
          ['ZT-1', 'KC02', '2021-07-08', '上午', '超出日期'],
        ],
      },
    ]);
    expect(await apply('classes', classes)).toMatchObject({ rows: { create: 2, faulty: 1 } });
    await apply(
      'rosters',
      await book('花名册', [
        ['班次编号', '人员编号', '姓名'],
        ['ZT-1', 'MX-1', '示例学员'],
      ]),
    );
    const sheet = (status: string, name = '示例学员') =>
      book('签到', [
        ['班次编号', '课次编号', '人员编号', '姓名', '状态'],
        ['ZT-1', 'KC01', 'MX-1', name, status],
      ]);
    expect(await apply('attendance', await sheet('到', '别人'))).toMatchObject({ rows: { faulty: 1 } });
    const query = 'from=2021-06&to=2021-06';
    await apply('attendance', await sheet('到'));
    expect((await settled(training, query)).total.personTimes.registered).toBe(1);
    expect(await apply('attendance', await sheet('缺勤'))).toMatchObject({ rows: { update: 1 } });
    expect((await settled(training, query)).total.personTimes.registered).toBe(0);
  });

  it('a check or an application under way is called off: nothing is written, and nothing comes after', async () => {
    const { product } = training;
    const header = ['人员编号', '姓名', '单位代码'];
    const list = await book('名单', [header, ...Array.from({ length: 600 }, (_, i) => [`QX-${i}`, '示例学员', '610326101204'])]);
    const written = async () => Number((await product.db.query("SELECT COUNT(*) AS many FROM people WHERE code LIKE 'QX-%'"))[0].many);
    const idle = () => until(async () => (await product.db.query("SELECT 1 FROM outbox WHERE job LIKE '%-import'")).length === 0);
    /** Nobody reads or writes people meanwhile: the work stands still. */
    const whileHeld = async (work: () => Promise<void>): Promise<void> => {
      const held = await createConnection({ uri: product.config.databaseUrl });
      try {
        await held.query('LOCK TABLES people WRITE');
        await work();
      } finally {
        await held.end();
      }
    };
    let id = '';
    await whileHeld(async () => {
      id = (await upload('people', list)).json.id;
      await until(async () => (await when(id, 'checking')).rows.expected > 0);
      expect((await act(id, 'cancel')).status).toBe(202);
    });
    await idle();
    expect(await when(id, 'cancelled')).toMatchObject({ rows: { total: 0, done: 0, create: 0 }, fault: null });
    expect((await act(id, 'cancel')).json).toMatchObject({ code: 'transitionNotAllowed', state: 'cancelled' });
    // Nothing was written: it is no dead end.
    const [top] = (await product.call(`/v1/imports/${id}/sheets`, { token: training.organiser })).json;
    const mapping = { token: training.organiser, body: { sheets: [top.mapping] } };
    expect((await product.call(`/v1/imports/${id}/mapping`, mapping)).status).toBe(202);
    expect(await when(id, 'checked')).toMatchObject({ mapped: true, rows: { total: 600, create: 600 } });

    id = (await upload('people', list)).json.id;
    await when(id, 'checked');
    await whileHeld(async () => {
      expect((await act(id, 'apply')).status).toBe(202);
      const keyed = { method: 'POST', token: training.organiser, headers: { 'idempotency-key': 'call-off' } };
      const callOff = () => product.call(`/v1/imports/${id}/cancel`, keyed);
      expect([await callOff(), await callOff()]).toMatchObject([1, 2].map(() => ({ status: 202, json: { id } })));
    });
    await idle();
    expect(await when(id, 'cancelled')).toMatchObject({ whole: true, rows: { total: 600, done: 0 } });
    expect(await written()).toBe(0);
    expect((await act(id, 'revert')).json.code).toBe('importNotApplied');
    expect((await act(id, 'check')).status).toBe(202);
    expect(await when(id, 'checked')).toMatchObject({ rows: { total: 600, create: 600 } });
    expect((await product.call(`/v1/imports/${id}/check`, { method: 'POST', token: training.town })).status).toBe(404);
    expect((await product.call(`/v1/imports/${id}/cancel`, { method: 'POST', token: training.town })).status).toBe(404);
    const [{ deeds }] = await product.db.query("SELECT COUNT(*) AS deeds FROM audit_entries WHERE action = 'import.cancelled'");
    expect(Number(deeds)).toBe(2);
  });

  it('a file that is no workbook, or has no header, fails with its reason; who may not import is told so', async () => {
    const broken = await upload('people', Buffer.from('人员编号,姓名'));
    expect(await when(broken.json.id, 'failed')).toMatchObject({ fault: 'notAWorkbook' });
    const headless = await upload('people', await book('表', [['一', '二']]));
    expect(await when(headless.json.id, 'failed')).toMatchObject({ fault: 'headerMissing' });
    expect((await upload('people', await lessons(), 'x.xlsx', training.official)).status).toBe(403);
    expect(await upload('videos', await lessons())).toMatchObject({ status: 400, json: { code: 'importKindUnknown' } });
    expect((await training.product.call('/v1/imports/1', { token: training.town })).status).toBe(404);
  });
});
