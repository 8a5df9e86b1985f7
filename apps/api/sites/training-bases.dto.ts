import { type BaseRow } from '#sites';
import { displayName } from '#units';
import { Id, idText, PageQuery, Text, Whole } from '../wire/index.js';

const name = { max: 100, example: '横渠书院培训基地' };
const code = { max: 40, example: 'JD-001' };

export class TrainingBaseFields {
  @Id() unitId: number;
  @Text(name) name: string;
  @Text({ ...code, optional: true, nullable: true }) code?: string | null;
}

export class TrainingBaseChangeFields {
  @Id({ optional: true }) unitId?: number;
  @Text({ ...name, optional: true }) name?: string;
}

export class TrainingBaseQuery extends PageQuery {
  @Id({ optional: true, about: '单位及其下属 · a unit and everything under it' }) unit?: number;
  @Text({ max: 60, optional: true, about: '名称中的文字 · part of the name' }) q?: string;
  @Text({ ...code, optional: true }) code?: string;
}

export class TrainingBaseView {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 100, example: '横渠镇', about: '单位显示名 · the unit as screens show it' }) unit: string;
  @Text(name) name: string;
  @Text({ ...code, nullable: true }) code: string | null;
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export const trainingBaseView = (row: BaseRow): TrainingBaseView => ({
  id: idText(row.id),
  unitId: idText(row.unitId),
  unit: displayName(row.unitName),
  name: row.name,
  code: row.code,
  version: row.version,
});
