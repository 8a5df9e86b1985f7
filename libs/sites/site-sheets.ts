import { cells, type SheetFormat } from '#platform/imports';
import { normaliseUnitCode } from '#units';
import { coordinate } from './coordinate.policy.js';

const degrees = (most: number) => {
  const read = cells.decimal(-most, most);
  return (text: string): number => coordinate(read(text));
};
const unit = { key: 'unitCode', title: '单位代码', required: true, parse: normaliseUnitCode };

export const baseSheet: SheetFormat = {
  name: 'bases',
  sheet: '培训基地',
  columns: [
    { key: 'code', title: '基地编号', required: true, parse: cells.code() },
    { key: 'name', title: '基地名称', required: true, parse: cells.text(100) },
    unit,
  ],
};

export const siteSheet: SheetFormat = {
  name: 'sites',
  sheet: '现场教学点',
  columns: [
    { key: 'code', title: '教学点编号', required: true, parse: cells.code() },
    { key: 'name', title: '教学点名称', required: true, parse: cells.text(100) },
    unit,
    { key: 'baseCode', title: '基地编号', parse: cells.code() },
    { key: 'theme', title: '主题', parse: cells.text(100) },
    { key: 'address', title: '地址', parse: cells.text(200) },
    { key: 'capacity', title: '承载量', parse: cells.wholeNumber(1, 1_000_000) },
    { key: 'latitude', title: '纬度', parse: degrees(90) },
    { key: 'longitude', title: '经度', parse: degrees(180) },
  ],
};

/** One row a stop. */
export const routeSheet: SheetFormat = {
  name: 'routes',
  sheet: '学习线路',
  columns: [
    { key: 'code', title: '线路编号', required: true, parse: cells.code() },
    { key: 'name', title: '线路名称', required: true, parse: cells.text(100) },
    unit,
    { key: 'theme', title: '主题', parse: cells.text(100) },
    { key: 'position', title: '站序', required: true, parse: cells.wholeNumber(1, 200) },
    { key: 'siteCode', title: '教学点编号', required: true, parse: cells.code() },
    { key: 'minutes', title: '停留分钟', required: true, parse: cells.wholeNumber(0, 1440) },
    { key: 'travelMinutes', title: '车程分钟', parse: cells.wholeNumber(0, 1440) },
  ],
};
