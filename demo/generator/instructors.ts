import { demoInstructorCode } from '../accounts.js';
import { sheetOf, type YearFile } from './files.js';
import { nameFor, type Gender } from './names.js';
import { namesTaken, organs, villagersOf } from './people.js';
import { Random } from './random.js';
import { towns, villages, type Belt } from './villages.js';

export interface Instructor {
  code: string;
  name: string;
  unit: string;
  engagement: '专职' | '兼职' | '外聘';
  title?: string;
  organisation?: string;
  specialty: string;
  tags: string[];
  person?: string;
}

const specialties: Record<Belt, string[]> = {
  kiwifruit: ['猕猴桃整形修剪', '猕猴桃授粉与疏果', '猕猴桃病虫害防治', '果园土肥水管理', '果品分级贮藏', '果品网上销售'],
  cherry: ['大樱桃整形修剪', '大樱桃花期防冻', '小麦玉米高产栽培', '设施蔬菜', '农产品网上销售'],
  hill: ['核桃管理', '中蜂养殖', '中药材种植', '乡村旅游接待', '食用菌栽培', '猕猴桃山地栽培'],
};
const tagsOf: string[][] = [['土专家'], ['果秀才'], ['乡贤'], ['能人'], ['优秀党员', '土专家'], ['果秀才', '能人']];

const random = new Random('instructors');
const invented = () => {
  const gender: Gender = random.chance(0.3) ? '女' : '男';
  return nameFor(random, gender, namesTaken);
};

/** Two in each village: one who is in the register of people if the village has a grower there, one who is not. */
export const localInstructors: Instructor[] = villages.flatMap((village) => {
  const [grower] = villagersOf(village, ['agriTechnician', 'prosperityLeader']);
  const short = village.code.slice(6);
  const local = (n: number, name: string, person?: string): Instructor => ({
    code: `JS-${short}-${n}`,
    name,
    unit: village.code,
    engagement: '兼职',
    specialty: random.pick(specialties[village.town.belt]),
    tags: random.pick(tagsOf),
    ...(person ? { person } : {}),
  });
  return [grower ? local(1, grower.name, grower.code) : local(1, invented()), local(2, invented())];
});

const professor = (n: number, specialty: string): Instructor => ({
  code: `JS-JS${n}`,
  name: invented(),
  unit: organs.kiwifruitCollege,
  engagement: '外聘',
  title: n % 2 ? '教授' : '副教授',
  organisation: '西北农林科技大学',
  specialty,
  tags: [],
});
export const professors: Instructor[] = ['果树栽培', '植物保护', '果品采后贮藏', '农业经济', '土壤肥料', '农村社会治理'].map((s, i) =>
  professor(i + 1, s),
);

const lecturer = (n: number, unit: string, organisation: string, specialty: string): Instructor => ({
  code: `JS-ZJ${n}`,
  name: invented(),
  unit,
  engagement: '专职',
  title: '讲师',
  organisation,
  specialty,
  tags: [],
});
export const lecturers: Instructor[] = [
  lecturer(1, organs.organisation, '中共眉县县委组织部', '党建引领'),
  lecturer(2, organs.organisation, '中共眉县县委组织部', '基层治理'),
  lecturer(3, organs.agriculture, '眉县农业农村局', '农业技术推广'),
  lecturer(4, organs.kiwifruitCollege, '眉县猕猴桃学院', '猕猴桃产业'),
  lecturer(5, organs.employment, '眉县就业创业培训中心(示例)', '就业创业'),
  lecturer(6, organs.media, '眉县融媒体中心', '短视频与直播'),
];

const guide = (n: number, unit: string): Instructor => ({
  code: `JS-JJ${n}`,
  name: invented(),
  unit,
  engagement: '兼职',
  title: '讲解员',
  specialty: '现场讲解',
  tags: [],
});
/** One guide a town, for the teaching sites there. */
export const guides: Instructor[] = towns.map((town, i) => guide(i + 1, town.code));

const demoInstructor: Instructor = {
  code: demoInstructorCode,
  name: '示例讲师',
  unit: '610326101',
  engagement: '兼职',
  specialty: '猕猴桃管理',
  tags: ['土专家'],
};

export const instructors: Instructor[] = [...lecturers, ...professors, ...guides, ...localInstructors, demoInstructor];

export function instructorFile(): YearFile {
  const columns = ['教师编号', '姓名', '单位代码', '聘用形式', '职称', '工作单位', '专长', '标签', '人员编号'] as const;
  const lines = instructors.map((one) => ({
    教师编号: one.code,
    姓名: one.name,
    单位代码: one.unit,
    聘用形式: one.engagement,
    职称: one.title ?? null,
    工作单位: one.organisation ?? null,
    专长: one.specialty,
    标签: one.tags.join('、'),
    人员编号: one.person ?? null,
  }));
  const sheet = sheetOf({ name: '教师', title: '眉县四堂课教师名册', columns, lines, numbered: true });
  return { file: '03-教师名册.xlsx', kind: 'instructors', sheets: [sheet] };
}
