import { fewestStops, type RouteRow, type SiteRow } from '#sites';
import { displayName } from '#units';
import { Decimal, Id, idText, NestedList, PageQuery, Text, Whole } from '../wire/index.js';
import { latitude, longitude } from './teaching-sites.dto.js';

const name = { max: 100, example: '猕猴桃产业学习线路' };
const code = { max: 40, example: 'XL-001' };
const theme = { max: 100, nullable: true, example: '产业振兴' };
const minutes = { min: 0, max: 1_440, about: '停留分钟 · how long one stays' };
const travel = { min: 0, max: 1_440, about: '到此站的车程分钟 · how long the way to it takes' };
const stops = { min: fewestStops, max: 200, about: '依次到达 · in the order in which they are visited' };

export class StopFields {
  @Id() siteId: number;
  @Whole(minutes) minutes: number;
  @Whole({ ...travel, optional: true }) travelMinutes?: number;
}

export class RouteFields {
  @Id() unitId: number;
  @Text(name) name: string;
  @Text({ ...code, optional: true, nullable: true }) code?: string | null;
  @Text({ ...theme, optional: true }) theme?: string | null;
  @NestedList(() => StopFields, stops) stops: StopFields[];
}

export class RouteChangeFields {
  @Id({ optional: true }) unitId?: number;
  @Text({ ...name, optional: true }) name?: string;
  @Text({ ...theme, optional: true }) theme?: string | null;
  @NestedList(() => StopFields, { ...stops, optional: true }) stops?: StopFields[];
}

export class RouteQuery extends PageQuery {
  @Id({ optional: true, about: '单位及其下属 · a unit and everything under it' }) unit?: number;
  @Text({ max: 60, optional: true, about: '名称中的文字 · part of the name' }) q?: string;
  @Text({ ...code, optional: true }) code?: string;
  @Id({ optional: true, about: '经过的教学点 · that stop at a site' }) site?: number;
}

export class StopView {
  @Whole({ min: 1, max: 65_535, about: '站序 · place in the order' }) order: number;
  @Id() siteId: string;
  @Text({ max: 100, example: '豆家堡猕猴桃示范园' }) site: string;
  @Text({ max: 100, example: '横渠镇', about: '所在镇街 · the town it lies in' }) town: string;
  @Decimal(latitude) latitude: number | null;
  @Decimal(longitude) longitude: number | null;
  @Whole(minutes) minutes: number;
  @Whole(travel) travelMinutes: number;
}

export class RouteView {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 100, example: '横渠镇', about: '单位显示名 · the unit as screens show it' }) unit: string;
  @Text(name) name: string;
  @Text({ ...code, nullable: true }) code: string | null;
  @Text(theme) theme: string | null;
  @NestedList(() => StopView) stops: StopView[];
  @Whole({ min: 1, max: 4_294_967_295 }) version: number;
}

/** `sites`: those at which the routes stop. */
export const routeView = (row: RouteRow, sites: ReadonlyMap<number, SiteRow>): RouteView => ({
  id: idText(row.id),
  unitId: idText(row.unitId),
  unit: displayName(row.unitName),
  name: row.name,
  code: row.code,
  theme: row.theme,
  stops: row.stops.map((stop) => {
    const site = sites.get(stop.siteId)!;
    return {
      order: stop.position,
      siteId: idText(stop.siteId),
      site: site.name,
      town: displayName(site.townName),
      latitude: site.latitude,
      longitude: site.longitude,
      minutes: stop.minutes,
      travelMinutes: stop.travelMinutes,
    };
  }),
  version: row.version,
});
