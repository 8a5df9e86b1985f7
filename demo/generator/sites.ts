import { sheetOf, type YearFile } from './files.js';

/** Four teaching sites and the training base are those of the county's bulletin; the others are invented and say so. */
const bases: [code: string, name: string, unit: string][] = [
  ['JD-01', '扶眉战役革命精神培训基地', '610326104'],
  ['JD-02', '猕猴桃产业实训基地(示例)', '610326105'],
];

const sites: [code: string, name: string, unit: string, theme: string, capacity: number, base?: string][] = [
  ['XC-01', '扶眉战役革命精神教学点', '610326104', '革命传统', 120, 'JD-01'],
  ['XC-02', '豆家堡村人居环境治理教学点', '610326101204', '人居环境', 60],
  ['XC-03', '横渠村村风家风建设教学点', '610326101200', '村风家风', 60],
  ['XC-04', '金渠镇猕猴桃标准化建设教学点', '610326105', '猕猴桃标准化', 80, 'JD-02'],
  ['XC-05', '横渠镇果品电商教学点(示例)', '610326101', '农村电商', 40],
  ['XC-06', '古城村党群服务教学点(示例)', '610326101201', '党建引领', 50],
  ['XC-07', '柿林村老果园改造教学点(示例)', '610326102204', '果园改造', 45],
  ['XC-08', '西街村集体经济教学点(示例)', '610326102211', '集体经济', 50],
  ['XC-09', '汤峪村乡村旅游教学点(示例)', '610326103205', '乡村旅游', 60],
  ['XC-10', '梁村绿色防控教学点(示例)', '610326103202', '绿色防控', 40],
  ['XC-11', '常兴村大樱桃设施栽培教学点(示例)', '610326104200', '大樱桃栽培', 50],
  ['XC-12', '尧柳村设施蔬菜教学点(示例)', '610326104214', '设施蔬菜', 45],
  ['XC-13', '杨家村粮食高产教学点(示例)', '610326104218', '粮食生产', 60],
  ['XC-14', '田家寨村人工授粉教学点(示例)', '610326105210', '花期管理', 40, 'JD-02'],
  ['XC-15', '教坊村冷链贮藏教学点(示例)', '610326105207', '贮藏保鲜', 45, 'JD-02'],
  ['XC-16', '营头村中蜂养殖教学点(示例)', '610326106200', '特色养殖', 35],
  ['XC-17', '第二坡村核桃管理教学点(示例)', '610326106208', '山地林果', 40],
  ['XC-18', '红河谷村农家接待教学点(示例)', '610326106217', '乡村旅游', 50],
  ['XC-19', '齐西村议事协商教学点(示例)', '610326107220', '社会治理', 45],
  ['XC-20', '斜峪关村水土保持教学点(示例)', '610326107221', '生态治理', 45],
  ['XC-21', '三和村邻里服务教学点(示例)', '610326001207', '社会治理', 55],
  ['XC-22', '第五村农产品分拣教学点(示例)', '610326001213', '农村电商', 50],
];

const routes: { code: string; name: string; unit: string; theme: string; stops: [site: string, minutes: number, travel: number][] }[] = [
  {
    code: 'XL-01',
    name: '人居环境与家风建设线',
    unit: '610326101',
    theme: '乡村治理',
    stops: [
      ['XC-03', 50, 0],
      ['XC-02', 60, 15],
      ['XC-06', 40, 10],
    ],
  },
  {
    code: 'XL-02',
    name: '猕猴桃标准化生产线',
    unit: '610326105',
    theme: '产业发展',
    stops: [
      ['XC-04', 50, 0],
      ['XC-14', 40, 10],
      ['XC-15', 35, 10],
      ['XC-07', 35, 25],
    ],
  },
  {
    code: 'XL-03',
    name: '革命传统与粮果并进线',
    unit: '610326104',
    theme: '党性教育',
    stops: [
      ['XC-01', 70, 0],
      ['XC-11', 40, 15],
      ['XC-13', 30, 10],
    ],
  },
  {
    code: 'XL-04',
    name: '集体经济与农村电商线',
    unit: '610326',
    theme: '集体经济',
    stops: [
      ['XC-22', 30, 0],
      ['XC-21', 30, 10],
      ['XC-08', 35, 20],
      ['XC-05', 30, 20],
      ['XC-10', 25, 20],
    ],
  },
  {
    code: 'XL-05',
    name: '山区多种经营线',
    unit: '610326106',
    theme: '产业发展',
    stops: [
      ['XC-16', 40, 0],
      ['XC-17', 40, 15],
      ['XC-18', 50, 20],
    ],
  },
];

export function siteFile(): YearFile {
  const base = sheetOf({
    name: '培训基地',
    title: '眉县培训基地一览',
    columns: ['基地编号', '基地名称', '单位代码'],
    lines: bases.map(([code, name, unit]) => ({ 基地编号: code, 基地名称: name, 单位代码: unit })),
  });
  const site = sheetOf({
    name: '现场教学点',
    title: '眉县现场教学点一览',
    columns: ['教学点编号', '教学点名称', '单位代码', '基地编号', '主题', '承载量'],
    lines: sites.map(([code, name, unit, theme, capacity, of]) => ({
      教学点编号: code,
      教学点名称: name,
      单位代码: unit,
      基地编号: of ?? null,
      主题: theme,
      承载量: capacity,
    })),
    numbered: true,
  });
  const route = sheetOf({
    name: '学习线路',
    title: '眉县精品实践学习线路',
    columns: ['线路编号', '线路名称', '单位代码', '主题', '站序', '教学点编号', '停留分钟', '车程分钟'],
    lines: routes.flatMap(({ code, name, unit, theme, stops }) =>
      stops.map(([stop, minutes, travel], i) => ({
        线路编号: code,
        线路名称: name,
        单位代码: unit,
        主题: theme,
        站序: i + 1,
        教学点编号: stop,
        停留分钟: minutes,
        车程分钟: travel,
      })),
    ),
  });
  return { file: '04-培训基地教学点与学习线路.xlsx', kind: 'sites', sheets: [base, site, route] };
}
