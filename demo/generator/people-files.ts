import { peopleApart } from './apart.js';
import { dateCell, sheetOf, type Line, type YearFile } from './files.js';
import { people, type Person, type Post } from './people.js';
import { positionWords } from './roles.js';

const columns = [
  '人员编号',
  '姓名',
  '单位代码',
  '调入日期',
  '性别',
  '出生日期',
  '民族',
  '文化程度',
  '入党日期',
  '职务',
  '任职日期',
  '卸任日期',
  '第二职务',
  '第二职务任职日期',
  '第二职务卸任日期',
  '身份证号',
  '手机号',
] as const;
type PeopleLine = Line<(typeof columns)[number]>;

export const allPeople: Person[] = [...people, ...peopleApart];

const byCode = new Map(allPeople.map((person) => [person.code, person]));
export function personCalled(code: string): Person {
  const person = byCode.get(code);
  if (!person) throw new Error(`no person ${code} in the demo`);
  return person;
}

/** The register as it stood in January. ID numbers are left empty: a villager needs none here. */
export function registerFile(): YearFile {
  const lines = allPeople.map((person) => lineOf(person, person.unit, person.since));
  const sheet = sheetOf({ name: '人员名册', title: '眉县农村党员干部和群众骨干名册', columns, lines, numbered: true });
  return { file: '01-人员名册.xlsx', kind: 'people', sheets: [sheet] };
}

/** Who moved to another village in the year: the new unit with its day; the old one stays with the person's past. */
export function movesFile(): YearFile {
  const lines = allPeople.flatMap((person) => (person.moved ? [lineOf(person, person.moved.to, person.moved.on)] : []));
  const sheet = sheetOf({ name: '人员变动', title: '眉县2021年人员变动登记表', columns, lines });
  return { file: '02-人员变动登记表.xlsx', kind: 'people', sheets: [sheet] };
}

function lineOf(person: Person, unit: string, since: string | undefined): PeopleLine {
  const [first, second] = person.posts;
  return {
    人员编号: person.code,
    姓名: person.name,
    单位代码: unit,
    调入日期: dateCell(since),
    性别: person.gender,
    出生日期: dateCell(person.born),
    民族: person.nation,
    文化程度: person.schooling || null,
    入党日期: dateCell(person.party),
    ...(first ? postCells(first) : {}),
    ...(second ? secondPostCells(second) : {}),
    手机号: person.phone ?? null,
  };
}

function postCells(post: Post): PeopleLine {
  return { 职务: positionWords[post.kind], 任职日期: dateCell(post.from), 卸任日期: dateCell(post.until) };
}

function secondPostCells(post: Post): PeopleLine {
  return { 第二职务: positionWords[post.kind], 第二职务任职日期: dateCell(post.from), 第二职务卸任日期: dateCell(post.until) };
}
