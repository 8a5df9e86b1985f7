import { type SiteRow } from '#sites';
import { displayName } from '#units';
import { Decimal, Id, idText, PageQuery, Text, Whole } from '../wire/index.js';

const name = { max: 100, example: '豆家堡猕猴桃示范园' };
const code = { max: 40, example: 'JX-001' };
const unit = { about: '所在镇街或村 · the town or village where it lies' };
const base = { nullable: true, about: '所属培训基地 · the base it belongs to' };
const theme = { max: 100, nullable: true, example: '产业振兴' };
const address = { max: 200, nullable: true, example: '横渠镇豆家堡村' };
const capacity = { min: 1, max: 1_000_000, nullable: true, about: '承载量 · people at once' };
export const latitude = { min: -90, max: 90, nullable: true };
export const longitude = { min: -180, max: 180, nullable: true };

export class TeachingSiteFields {
  @Id(unit) unitId: number;
  @Text(name) name: string;
  @Text({ ...code, optional: true, nullable: true }) code?: string | null;
  @Id({ ...base, optional: true }) baseId?: number | null;
  @Text({ ...theme, optional: true }) theme?: string | null;
  @Text({ ...address, optional: true }) address?: string | null;
  @Whole({ ...capacity, optional: true }) capacity?: number | null;
  @Decimal({ ...latitude, optional: true }) latitude?: number | null;
  @Decimal({ ...longitude, optional: true }) longitude?: number | null;
}

export class TeachingSiteChangeFields {
  @Id({ ...unit, optional: true }) unitId?: number;
  @Text({ ...name, optional: true }) name?: string;
  @Id({ ...base, optional: true }) baseId?: number | null;
  @Text({ ...theme, optional: true }) theme?: string | null;
  @Text({ ...address, optional: true }) address?: string | null;
  @Whole({ ...capacity, optional: true }) capacity?: number | null;
  @Decimal({ ...latitude, optional: true }) latitude?: number | null;
  @Decimal({ ...longitude, optional: true }) longitude?: number | null;
}

export class TeachingSiteQuery extends PageQuery {
  @Id({ optional: true, about: '单位及其下属 · a unit and everything under it' }) unit?: number;
  @Text({ max: 60, optional: true, about: '名称中的文字 · part of the name' }) q?: string;
  @Text({ ...code, optional: true }) code?: string;
  @Id({ optional: true, about: '所属培训基地 · of a base' }) base?: number;
}

export class TeachingSiteView {
  @Id() id: string;
  @Id(unit) unitId: string;
  @Text({ max: 100, example: '豆家堡村', about: '单位显示名 · the unit as screens show it' }) unit: string;
  @Text({ max: 100, example: '横渠镇', about: '所在镇街 · the town it lies in' }) town: string;
  @Text(name) name: string;
  @Text({ ...code, nullable: true }) code: string | null;
  @Id(base) baseId: string | null;
  @Text({ max: 100, nullable: true, example: '横渠书院培训基地' }) base: string | null;
  @Text(theme) theme: string | null;
  @Text(address) address: string | null;
  @Whole(capacity) capacity: number | null;
  @Decimal(latitude) latitude: number | null;
  @Decimal(longitude) longitude: number | null;
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

/** `bases`: the names of those that rows belong to. */
export const teachingSiteView = (row: SiteRow, bases: ReadonlyMap<number, { name: string }>): TeachingSiteView => ({
  id: idText(row.id),
  unitId: idText(row.unitId),
  unit: displayName(row.unitName),
  town: displayName(row.townName),
  name: row.name,
  code: row.code,
  baseId: row.baseId === null ? null : idText(row.baseId),
  base: row.baseId === null ? null : bases.get(row.baseId)!.name,
  theme: row.theme,
  address: row.address,
  capacity: row.capacity,
  latitude: row.latitude,
  longitude: row.longitude,
  version: row.version,
});
