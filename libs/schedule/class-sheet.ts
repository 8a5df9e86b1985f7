import { CellFault, cells, type SheetFormat } from '#platform/imports';
import { normaliseUnitCode } from '#units';
import { dayPartWords, deliveryWords, kindWords, rosterWords } from './timetable-words.js';

const codes = cells.list(cells.code());
const unitCode = (text: string): string => normaliseUnitCode(cells.code(20)(text));

/** The sheet of classes, and the timetable beside it. */
export const classSheet: SheetFormat = {
  name: 'classes',
  sheet: '班次',
  columns: [
    { key: 'code', title: '班次编号', required: true, parse: cells.code() },
    { key: 'name', title: '班次名称', required: true, parse: cells.text(120) },
    { key: 'kind', title: '课堂类型', required: true, parse: cells.oneOf(kindWords) },
    { key: 'deliveryMode', title: '授课方式', parse: cells.oneOf(deliveryWords) },
    { key: 'roster', title: '花名册', parse: cells.oneOf(rosterWords) },
    { key: 'hosts', title: '主办单位代码', required: true, parse: cells.list(unitCode) },
    { key: 'deliveringUnit', title: '承办单位代码', parse: unitCode },
    { key: 'supportingUnits', title: '协办单位代码', parse: cells.list(unitCode) },
    { key: 'series', title: '系列', parse: cells.text(100) },
    { key: 'runNumber', title: '期', parse: cells.wholeNumber(1, 999) },
    { key: 'coreProgramme', title: '主体班次', parse: cells.yesNo() },
    { key: 'startsOn', title: '开始日期', required: true, parse: cells.date() },
    { key: 'endsOn', title: '结束日期', required: true, parse: cells.date() },
    { key: 'villageCode', title: '村代码', parse: unitCode },
    { key: 'contact', title: '联系人', parse: cells.text(100) },
  ],
};

export const timetableSheet: SheetFormat = {
  name: 'timetable',
  sheet: '课表',
  columns: [
    { key: 'classCode', title: '班次编号', required: true, parse: cells.code() },
    { key: 'code', title: '课次编号', required: true, parse: cells.code() },
    { key: 'date', title: '日期', required: true, parse: cells.date() },
    { key: 'dayPart', title: '时段', required: true, parse: cells.oneOf(dayPartWords) },
    { key: 'startsAt', title: '开始时间', parse: cells.time() },
    { key: 'endsAt', title: '结束时间', parse: cells.time() },
    { key: 'topic', title: '主题', required: true, parse: cells.text(120) },
    { key: 'instructors', title: '教师编号', parse: codes },
    { key: 'site', title: '教学点编号', parse: cells.code() },
    { key: 'route', title: '线路编号', parse: cells.code() },
    { key: 'place', title: '地点', parse: cells.text(120) },
    { key: 'together', title: '合班班次编号', parse: codes },
    { key: 'viewingPoints', title: '收看点', parse: cells.list(readViewingPoint) },
  ],
};

/** `name@unit code`. */
function readViewingPoint(text: string): { name: string; unitCode: string } {
  const [, name, code] = /^(.{1,100})[@＠](\S{2,20})$/.exec(text.trim()) ?? [];
  if (!name?.trim() || !code) throw new CellFault('malformedViewingPoint');
  return { name: name.trim(), unitCode: unitCode(code) };
}
