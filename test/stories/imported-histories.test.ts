import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { askedDuring } from '../factories/asked-statements.js';
import { classLine, Importing, lessonLine, type Line } from '../factories/importing.js';
import { type County, plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

type Entry = { name: string; action: string; import: { id: string | null; kind: string; file: string } | null };

/** What an import wrote says so in its history, from what the import keeps for being undone. */
describe('the history of what came with a file', () => {
  let product: Product;
  let county: County;
  let organiser: string;
  let official: string;
  let importing: Importing;
  beforeAll(async () => {
    product = await startProduct({ worker: true });
    county = await plantCounty(product.db);
    organiser = await signedIn(product, 'organiser', 'organiser', county.county);
    official = await signedIn(product, 'official', 'official', county.county);
    importing = new Importing(product, organiser);
  });
  afterAll(() => product?.stop());

  const history = async (path: string, token = organiser): Promise<Entry[]> => {
    const answer = await product.call(`/v1/${path}/history?limit=100`, { token });
    expect(answer.status).toBe(200);
    return answer.json.items;
  };
  const told = async (path: string): Promise<string[]> =>
    (await history(path)).map(({ name, action, import: by }) => `${name} ${action} ${by?.kind ?? ''} ${by?.id ?? ''}`.trim());
  const idOf = async (table: string, code: string): Promise<number> =>
    (await product.db.query(`SELECT id FROM ${table} WHERE code = ?`, [code]))[0].id;
  const teacher = (code: string, more: Line = {}): Line => ({
    ...{ 教师编号: code, 姓名: `${code}师`, 单位代码: '610326101', 聘用形式: '专职' },
    ...more,
  });
  const person = (code: string, unit = '610326101204', more: Line = {}): Line => ({
    ...{ 人员编号: code, 姓名: `${code}人`, 单位代码: unit },
    ...more,
  });

  it('is told of every noun, by whoever had the file written, and of nothing that the file did not write', async () => {
    const units = await importing.bring('units', {
      单位: [{ 单位代码: '610326101299', 单位名称: '新来村', 层级: '村', 上级代码: '610326101' }],
    });
    const people = await importing.bring('people', { 人员: [person('P1'), person('P2')] });
    const teachers = await importing.bring('instructors', { 教师: [teacher('T1')] });
    const sites = await importing.bring('sites', {
      培训基地: [{ 基地编号: 'B1', 基地名称: '基地', 单位代码: '610326101' }],
      现场教学点: ['D1', 'D2'].map((code) => ({ 教学点编号: code, 教学点名称: `${code}点`, 单位代码: '610326101' })),
      学习线路: ['D1', 'D2'].map((code, i) => ({
        ...{ 线路编号: 'L1', 线路名称: '线', 单位代码: '610326101', 站序: i + 1, 教学点编号: code, 停留分钟: 30 },
      })),
    });
    const classes = await importing.bring('classes', { 班次: [classLine('C1'), classLine('C2')], 课表: [lessonLine('C1', 'K1')] });
    const rosters = await importing.bring('rosters', { 花名册: [{ 班次编号: 'C2', 人员编号: 'P1' }] });
    const attendance = await importing.bring('attendance', {
      签到: [{ 班次编号: 'C1', 课次编号: 'K1', 人员编号: 'P2', 状态: '到' }],
    });
    const by = (kind: string, { id }: { id: string }): string => `organiser import.applied ${kind} ${id}`;
    expect(await told(`units/${await idOf('units', '610326101299')}`)).toEqual([by('units', units)]);
    expect(await told(`people/${await idOf('people', 'P1')}`)).toEqual([by('people', people)]);
    expect(await told(`instructors/${await idOf('instructors', 'T1')}`)).toEqual([by('instructors', teachers)]);
    expect(await told(`training-bases/${await idOf('training_bases', 'B1')}`)).toEqual([by('sites', sites)]);
    expect(await told(`teaching-sites/${await idOf('teaching_sites', 'D2')}`)).toEqual([by('sites', sites)]);
    expect(await told(`routes/${await idOf('learning_routes', 'L1')}`)).toEqual([by('sites', sites)]);
    expect(await told(`classes/${await idOf('classes', 'C1')}`)).toEqual([by('attendance', attendance), by('classes', classes)]);
    expect(await told(`classes/${await idOf('classes', 'C2')}`)).toEqual([by('rosters', rosters), by('classes', classes)]);
    expect(await told(`units/${county.hengqu}`)).toEqual([]);
    const [entry] = await history(`teaching-sites/${await idOf('teaching_sites', 'D1')}`, official);
    // Who may not look into imports is told what it was, and has no number to open.
    expect(entry!.import).toEqual({ id: null, kind: 'sites', file: '学员名单.xlsx' });
  });

  it('keeps of a file sent again what it changed, and says what was taken back, once it was', async () => {
    const first = await importing.bring('instructors', { 教师: [teacher('U1'), teacher('U2'), teacher('U3')] });
    const second = await importing.bring('instructors', { 教师: [teacher('U1'), teacher('U2', { 专长: '猕猴桃' })] });
    const [changed, same] = [await idOf('instructors', 'U2'), await idOf('instructors', 'U1')];
    const at = (id: string, deed: string): string => `organiser import.${deed} instructors ${id}`;
    expect(await told(`instructors/${changed}`)).toEqual([at(second.id, 'applied'), at(first.id, 'applied')]);
    expect(await told(`instructors/${same}`)).toEqual([at(first.id, 'applied')]);
    // In vain: the second file stands on it.
    expect(await importing.act(first.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
    expect(await told(`instructors/${same}`)).toEqual([at(first.id, 'applied')]);
    expect(await importing.act(second.id, 'revert')).toMatchObject({ state: 'reverted' });
    expect(await told(`instructors/${changed}`)).toEqual([
      ...[at(second.id, 'reverted'), at(second.id, 'applied'), at(first.id, 'applied')],
    ]);
    expect(await told(`instructors/${same}`)).toEqual([at(first.id, 'applied')]);
  });

  it('costs a few questions, however many rows the file has, and finds rows far apart', async () => {
    const many = Array.from({ length: 4_300 }, (_, i) => person(`M${i}`));
    const { id } = await importing.bring('people', { 人员: many });
    for (const code of ['M0', 'M2047', 'M2048', 'M4299'])
      expect(await told(`people/${await idOf('people', code)}`)).toEqual([`organiser import.applied people ${id}`]);
    const [{ kept }] = await product.db.query('SELECT COUNT(*) AS kept FROM import_writes WHERE import_id = ?', [id]);
    expect(Number(kept)).toBeLessThanOrEqual(4);
    const path = `people/${await idOf('people', 'M4299')}`;
    const asked = await askedDuring(product.app.get(DataSource), () => history(path));
    expect(asked.filter((sql) => /import_writes|audit_entries|import_pages/.test(sql))).toHaveLength(3);
  });

  it('stands in the audit with the units whose rows were written, as they were and as they are', async () => {
    const hengqu = await signedIn(product, 'audits-hengqu', 'auditor', county.hengqu);
    const jinqu = await signedIn(product, 'audits-jinqu', 'auditor', county.jinqu);
    const seen = async (token: string, id: string): Promise<string[]> => {
      const answer = await product.call(`/v1/audit?noun=import&id=${id}`, { token });
      return answer.json.items.map(({ action }: Entry) => action);
    };
    const { id } = await importing.bring('people', { 人员: [person('V1', '610326105200')] });
    expect([await seen(hengqu, id), await seen(jinqu, id)]).toEqual([[], ['import.applied']]);
    const moved = await importing.bring('people', { 人员: [person('V1', '610326101204', { 调入日期: '2021-03-01' })] });
    expect([await seen(hengqu, moved.id), await seen(jinqu, moved.id)]).toEqual([['import.applied'], ['import.applied']]);
    await importing.act(moved.id, 'revert');
    expect(await seen(jinqu, moved.id)).toEqual(['import.reverted', 'import.applied']);
    await importing.bring('classes', { 班次: [classLine('W1', { 主办单位代码: '610326101' })], 课表: [lessonLine('W1', 'K1')] });
    const heads = await importing.bring('attendance', {
      清点: [{ 班次编号: 'W1', 课次编号: 'K1', 人数: 30, 清点方式: '清点', 清点人: '文书' }],
    });
    expect([await seen(hengqu, heads.id), await seen(jinqu, heads.id)]).toEqual([['import.applied'], []]);
  });
});
