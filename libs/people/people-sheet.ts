import { type Education, type Gender, type PositionKind } from '#contract';
import { CellFault, cells, type ParsedRow } from '#platform/imports';
import { normaliseIdNumber, normalisePhone } from '#platform/secrecy';
import { normaliseUnitCode } from '#units';

const genderWords: Record<string, Gender> = { 男: 'male', 女: 'female' };
const educationWords: Record<string, Education> = {
  小学: 'primary',
  初中: 'junior',
  高中: 'senior',
  中专: 'senior',
  大专: 'college',
  本科: 'bachelor',
  研究生: 'master',
};
const positionWords: Record<string, PositionKind> = {
  村党组织书记: 'villageSecretary',
  两委成员: 'villageCommitteeMember',
  第一书记: 'firstSecretary',
  驻村队员: 'stationedTeamMember',
  后备干部: 'reserveCadre',
  选调生: 'selectedGraduate',
  致富带头人: 'prosperityLeader',
  农技人才: 'agriTechnician',
  群众骨干: 'backbone',
};

const told =
  (read: (text: string) => string | null, fault: string) =>
  (text: string): string => {
    const value = read(text);
    if (value === null) throw new CellFault(fault);
    return value;
  };

/** 汉 is the majority; everybody else is a minority. */
const minority = (text: string): boolean => !/^汉族?$/.test(text.replace(/\s/g, ''));

const columns = [
  { key: 'code', title: '人员编号', required: true, parse: cells.code() },
  { key: 'name', title: '姓名', required: true, parse: cells.text(60) },
  { key: 'unitCode', title: '单位代码', required: true, parse: normaliseUnitCode },
  { key: 'unitFrom', title: '调入日期', parse: cells.date() },
  { key: 'gender', title: '性别', parse: cells.oneOf(genderWords) },
  { key: 'born', title: '出生日期', parse: cells.date() },
  { key: 'minority', title: '民族', parse: minority },
  { key: 'education', title: '文化程度', parse: cells.oneOf(educationWords) },
  { key: 'partyFrom', title: '入党日期', parse: cells.date() },
  { key: 'position', title: '职务', parse: cells.oneOf(positionWords) },
  { key: 'positionFrom', title: '任职日期', parse: cells.date() },
  { key: 'positionTo', title: '卸任日期', parse: cells.date() },
  { key: 'second', title: '第二职务', parse: cells.oneOf(positionWords) },
  { key: 'secondFrom', title: '第二职务任职日期', parse: cells.date() },
  { key: 'secondTo', title: '第二职务卸任日期', parse: cells.date() },
  { key: 'idNumber', title: '身份证号', parse: told(normaliseIdNumber, 'identityInvalid') },
  { key: 'phone', title: '手机号', parse: told(normalisePhone, 'malformedPhone') },
];

export const peopleSheets = [{ name: 'people', columns }];

/** A term as the sheet has it; `title` is that of its own column. */
export interface SheetTerm {
  title: string;
  kind: PositionKind | null;
  from: string | null;
  to: string | null;
}

/** A row of the register of people. `null`: the sheet does not say. */
export interface PersonLine {
  position: number;
  code: string;
  name: string;
  unitCode: string;
  unitFrom: string | null;
  gender: Gender | null;
  born: string | null;
  minority: boolean | null;
  education: Education | null;
  partyFrom: string | null;
  idNumber: string | null;
  phone: string | null;
  terms: SheetTerm[];
}

export function personLine({ position, values }: ParsedRow): PersonLine {
  const value = <T>(key: string): T | null => (values[key] ?? null) as T | null;
  const term = (title: string, key: string): SheetTerm => ({
    title,
    kind: value(key),
    from: value(`${key}From`),
    to: value(`${key}To`),
  });
  return {
    position,
    code: value<string>('code')!,
    name: value<string>('name')!,
    unitCode: value<string>('unitCode')!,
    unitFrom: value('unitFrom'),
    gender: value('gender'),
    born: value('born'),
    minority: value('minority'),
    education: value('education'),
    partyFrom: value('partyFrom'),
    idNumber: value('idNumber'),
    phone: value('phone'),
    terms: [term('职务', 'position'), term('第二职务', 'second')].filter(({ kind, from, to }) => kind ?? from ?? to),
  };
}
