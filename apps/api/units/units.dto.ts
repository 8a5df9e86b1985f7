import { type UnitLevel, unitLevels, type VillageKind, villageKinds } from '#contract';
import { displayName, type UnitRow } from '#units';
import { DateText, Id, idText, OneOf, PageQuery, ShownPart, ShownParts, Text, Whole, Yes } from '../wire/index.js';

const name = { max: 100, example: '豆家堡村委会' };
const code = { max: 20, example: '610326101204' };

const photos = { example: false, about: '本单位及其下级的课次可以拍照 · sessions of the unit, and of all under it, may be photographed' };

export class UnitFields {
  @Id({ nullable: true, about: '上级单位;null 为最上层 · the unit above, null for the top' }) parentId: number | null;
  @OneOf(unitLevels, { example: 'village' }) level: UnitLevel;
  @Text(name) name: string;
  @Text({ ...code, optional: true, nullable: true, about: '统计用区划代码或自编代码' }) code?: string | null;
  @DateText({ optional: true, about: '启用日期 · first day' }) validFrom?: string;
}

export class UnitChangeFields {
  @Text({ ...name, optional: true }) name?: string;
  @Yes({ ...photos, optional: true }) photos?: boolean;
}

export class UnitRetirementFields {
  @DateText({ about: '最后一日 · last day, today or earlier' }) validTo: string;
  @Id({ optional: true, nullable: true, about: '承接单位 · who answers for what it leaves behind' }) successorId?: number | null;
}

export class UnitQuery extends PageQuery {
  @OneOf(unitLevels, { optional: true, example: 'village' }) level?: UnitLevel;
  @Id({ optional: true, about: '直接上级 · directly under this unit' }) parentId?: number;
  @Text({ ...code, optional: true }) code?: string;
  @Text({ max: 60, optional: true, about: '名称中的文字 · part of the name', example: '横渠' }) q?: string;
  @Yes({ optional: true, about: '不含已撤销的 · without retired ones' }) living?: boolean;
  @Yes({ optional: true, about: '可见范围的最上层 · where the tree of what one sees begins' }) top?: boolean;
}

export class UnitView {
  @Id() id: string;
  @Id({ nullable: true }) parentId: string | null;
  @OneOf(unitLevels, { example: 'village' }) level: UnitLevel;
  @Text(name) name: string;
  @Text({ max: 100, example: '豆家堡村', about: '显示名 · as screens show it' }) displayName: string;
  @Text({ ...code, nullable: true }) code: string | null;
  @OneOf(villageKinds, { nullable: true, about: '由代码末三位定 · told by the code' }) villageKind: VillageKind | null;
  @DateText() validFrom: string;
  @DateText({ nullable: true, about: '最后一日 · the last day, null while it lives' }) validTo: string | null;
  @Id({ nullable: true }) successorId: string | null;
  @Yes(photos) photos: boolean;
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

export const unitView = (unit: UnitRow): UnitView => ({
  id: idText(unit.id),
  parentId: unit.parentId === null ? null : idText(unit.parentId),
  level: unit.level,
  name: unit.name,
  displayName: displayName(unit.name),
  code: unit.code,
  villageKind: unit.villageKind,
  validFrom: unit.validFrom,
  validTo: unit.validTo,
  successorId: unit.successorId === null ? null : idText(unit.successorId),
  photos: unit.photos === 1,
  version: unit.version,
});

export class NamedUnitView {
  @Id() id: string;
  @OneOf(unitLevels, { example: 'county' }) level: UnitLevel;
  @Text({ max: 100, example: '眉县' }) displayName: string;
}

export class FormerNameView {
  @Text(name) name: string;
  @DateText({ about: '更名之日 · the day on which it was given up' }) until: string;
}

export class UnitPlaceView {
  @ShownParts(() => NamedUnitView, { about: '上级单位,从上到下,限可见范围 · units above, from the top, as far as one sees' })
  above: NamedUnitView[];
  @ShownPart(() => NamedUnitView, { nullable: true, about: '承接单位 · successor' }) successor: NamedUnitView | null;
  @ShownParts(() => NamedUnitView, { about: '并入本单位的 · units that ended in favour of this one' }) predecessors: NamedUnitView[];
  @ShownParts(() => FormerNameView, { about: '曾用名 · former names' }) names: FormerNameView[];
  @Yes({ example: false, about: '上级已打开照片 · photos are switched on for a unit above' }) photosAbove: boolean;
}

export const namedUnitView = ({ id, level, name: full }: UnitRow): NamedUnitView => ({
  id: idText(id),
  level,
  displayName: displayName(full),
});
