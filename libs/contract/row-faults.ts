import { explainRefusal, type RefusalCode, refusalCodes } from './refusals.js';

/** What is wrong with a row of an imported file: in which column, a stable word, and facts that are not personal. */
export interface FaultToExplain {
  column?: string;
  code: string;
  facts?: Record<string, unknown>;
}

/** What is said of a column: `{column}` is its title, `{…}` a fact. */
const table: Record<string, readonly [zh: string, en: string]> = {
  // what the cell says
  required: ['{column}没有填', '{column} is empty'],
  tooLong: ['{column}太长,最多 {max} 个字', '{column} is longer than {max} characters'],
  tooFew: ['{column}至少要有一个', '{column} needs at least one value'],
  malformedNumber: ['{column}不是数字', '{column} is not a number'],
  outOfRange: ['{column}应在 {min} 到 {max} 之间', '{column} must lie between {min} and {max}'],
  malformedDate: ['{column}不是日期,请写成 2021-06-08', '{column} is not a date; write 2021-06-08'],
  malformedTime: ['{column}不是时间,请写成 08:30', '{column} is not a time; write 08:30'],
  unknownValue: ['{column}只能填:{allowed}', '{column} must be one of: {allowed}'],
  malformedViewingPoint: ['{column}请写成 名称@单位代码', '{column} must read name@unit code'],
  identityInvalid: ['{column}的位数或末位校验码不符', '{column}: the number of digits or the check digit is wrong'],
  malformedPhone: ['{column}不是手机号', '{column} is not a phone number'],
  malformedText: ['{column}含有不能保存的字符', '{column} holds characters that cannot be stored'],
  precisionLost: ['{column}被 Excel 当作数字截短了,请设为文本再重填', 'Excel has rounded {column}; make the cell a text and type it again'],
  formulaError: ['{column}是一个出错的公式', '{column} holds a formula in error'],
  uncalculated: [
    '{column}是没有算出结果的公式,请在 Excel 中打开并保存一次',
    '{column} holds a formula without a result; open and save it in Excel',
  ],
  mergedCells: ['{column}是合并的单元格,请取消合并并逐行填写', '{column} is merged over rows; unmerge it and fill in each row'],
  // what it says of others
  referenceUnknown: ['{column}查无此项,或不在你的单位范围内', '{column} is not known, or outside your units'],
  nameMismatch: ['{column}与该编号登记的不一致', '{column} does not match the number'],
  repeated: ['{column}在本文件中重复', '{column} stands in this file before'],
  repeatedElsewhere: ['{column}在别的村或年度已用过', '{column} stands in another village or year'],
  alreadyExists: ['{column}已被别的记录使用', '{column} is taken by another record'],
  differs: ['{column}与已登记的不同', '{column} differs from what is registered'],
  contradicts: ['{column}与同一线路前面的行不一致', '{column} contradicts earlier rows of the route'],
  identityDiffers: ['{column}与此人已登记的不同', '{column} differs from what is known of the person'],
  identityTaken: ['{column}已登记在另一人名下', '{column} belongs to another person'],
  personMerged: ['{column}所指的人已并入他人', 'The person of {column} has been merged into another'],
  positionOverlaps: ['{column}的任期与同一职务重叠', 'The term of {column} overlaps another of the same position'],
  inTheFuture: ['{column}不能晚于今天', '{column} lies in the future'],
  datesReversed: ['{column}早于开始', '{column} lies before the beginning'],
  dateOutsideClass: ['{column}不在班次起止日期 {startsOn} 至 {endsOn} 内', '{column} lies outside the class, {startsOn} to {endsOn}'],
  recordDateForbidden: ['你没有补录历史资料的权限,{column}请留空', 'You may not set {column}; leave it empty'],
  recordDateImpossible: ['{column}应在上课日期和今天之间', '{column} must lie between the session and today'],
  unitRetired: ['{column}所指单位当时已撤销', 'The unit of {column} was retired by then'],
  unitLevelInvalid: ['{column}的层级不符', '{column} is of the wrong level'],
  classFinished: ['该班次已结束,不能再改', 'The class has ended and can no longer be changed'],
  kindMismatch: ['{column}与班次的课堂类型不符', '{column} does not fit the kind of the class'],
  kindNeedsRoute: ['这类课要填 {column} 或教学点编号', 'This kind of class needs {column} or a site'],
  markConflict: ['同一登记已有不同内容', 'The same mark stands with another content'],
  markMalformed: ['登记内容不完整', 'The mark is not complete'],
};

/** Why a row below the header is no data. */
const skipTable: Record<string, readonly [zh: string, en: string]> = {
  total: ['合计或小计行,不导入', 'A sum, not imported'],
  blank: ['要读的各列都是空的', 'Nothing stands in the columns that are read'],
  headerAgain: ['重复的表头', 'The header printed again'],
};

const filled = (sentence: string, { column = '', facts = {} }: FaultToExplain): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === 'column' ? column : facts[name];
    return Array.isArray(value) ? value.join('、') : value === undefined || value === null ? '' : String(value);
  });

const isRefusal = (code: string): code is RefusalCode => (refusalCodes as string[]).includes(code);

/** What is wrong, as a sentence without its full stop, in both languages. A word nobody knows is said as it is. */
export function explainRowFault(fault: FaultToExplain): { zh: string; en: string } {
  const { code, column } = fault;
  const known = table[code] ?? skipTable[code];
  if (known) return { zh: filled(known[0], fault), en: filled(known[1], fault) };
  const { zh, en } = isRefusal(code) ? explainRefusal(code) : { zh: `不符合要求(${code})`, en: `not valid (${code})` };
  return column ? { zh: `${column}:${zh}`, en: `${column}: ${en}` } : { zh, en };
}
