/**
 * The villages and communities of the county, by town (National Bureau of Statistics codes, edition of 2023-06-30).
 * Each entry is the last three digits of the code and the name as it is spoken.
 */
export type Belt = 'kiwifruit' | 'cherry' | 'hill';

export interface Town {
  code: string;
  name: string;
  /** What the town grows: it decides what its lessons are about. */
  belt: Belt;
}

export interface Village {
  code: string;
  name: string;
  town: Town;
}

export const countyCode = '610326';

const table: [code: string, name: string, belt: Belt, villages: string, communities: string][] = [
  [
    '610326001',
    '首善街道',
    'kiwifruit',
    '203北兴村 205三寨村 207三和村 208通远村 209王长官寨村 213第五村 214联丰村 218东四新村 219五坳村 221葫芦峪村 223岳北村 224城西村',
    '002东关社区 003景贤社区 004迎宾社区 005滨河社区',
  ],
  [
    '610326101',
    '横渠镇',
    'kiwifruit',
    '200横渠村 201古城村 204豆家堡村 206土岭村 207河滩村 209文谢村 210万家塬村 211武家堡村 214红祥村 215青化村 216西寨村 218石马寺村 220风池村 222金河村 225李魏村 226曹梁村',
    '',
  ],
  ['610326102', '槐芽镇', 'kiwifruit', '201肖里沟村 202保安堡村 204柿林村 205红崖头村 211西街村 212槐西村', ''],
  [
    '610326103',
    '汤峪镇',
    'kiwifruit',
    '200楼观塬村 201屯庄村 202梁村 203屈刘堡村 205汤峪村 210小法仪村 211八庄村 212豆家河村 215羊讲村 219钟吕坪村 220郝口坡村 221新联村',
    '001汤峪旅游开发区社区',
  ],
  [
    '610326104',
    '常兴镇',
    'cherry',
    '200常兴村 201渭滨新村 203石莲寺村 206河祁村 207武安新村 209郭何村 214尧柳村 215安刘塬村 216马家村 217汶家滩村 218杨家村 220北渭村 222北塬村',
    '001常兴街道社区 002马家社区 004渭滨社区',
  ],
  [
    '610326105',
    '金渠镇',
    'kiwifruit',
    '200金渠村 204年第村 205红星村 206宁渠村 207教坊村 208河底村 209蔡家崖村 210田家寨村 211范家寨村 214枣林村 215八寨村',
    '001金渠社区',
  ],
  ['610326106', '营头镇', 'hill', '200营头村 208第二坡村 210黄家村 217红河谷村 218新河村 219万霞村 220和平村', ''],
  [
    '610326107',
    '齐镇',
    'kiwifruit',
    '200齐镇村 203南寨村 205凉阁村 207官亭村 215上龙王庙村 218三星村 219党家寨村 220齐西村 221斜峪关村',
    '',
  ],
];

export const towns: Town[] = table.map(([code, name, belt]) => ({ code, name, belt }));
export const villages: Village[] = table.flatMap(([code, , , list]) => entriesOf(code, list));
export const communities: Village[] = table.flatMap(([code, , , , list]) => entriesOf(code, list));

export function townOf(code: string): Town {
  return found(towns, code.slice(0, 9));
}

export function villageOf(code: string): Village {
  return found([...villages, ...communities], code);
}

function entriesOf(town: string, list: string): Village[] {
  return list
    .split(' ')
    .filter(Boolean)
    .map((entry) => ({ code: town + entry.slice(0, 3), name: entry.slice(3), town: townOf(town) }));
}

function found<T extends { code: string }>(list: T[], code: string): T {
  const one = list.find((each) => each.code === code);
  if (!one) throw new Error(`no unit ${code} in the demo`);
  return one;
}
