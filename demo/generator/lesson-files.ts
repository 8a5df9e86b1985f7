import { attendanceFile } from './class-book.js';
import { lessonMarks, lessons } from './demonstration.js';
import { dateCell, sheetOf, type YearFile } from './files.js';
import { towns } from './villages.js';

const columns = [
  '课次编号',
  '村代码',
  '日期',
  '时段',
  '主题',
  '教师编号',
  '教师姓名',
  '地点',
  '人数',
  '清点方式',
  '清点人',
  '登记日期',
  '备注',
] as const;

/** One workbook a town, as its organisation office keeps them: some add up the heads below, some type dates in words. */
export function lessonFiles(firstNumber: number): YearFile[] {
  return towns.map((town, i) => {
    const typed = i % 3 === 1;
    const lines = lessons
      .filter(({ village }) => village.town === town)
      .map((lesson, n) => ({
        课次编号: lesson.code,
        村代码: lesson.village.code,
        日期: dateCell(lesson.date, typed),
        时段: lesson.part,
        主题: lesson.topic,
        // Every eleventh sheet names the teacher and leaves the number out.
        教师编号: n % 11 === 4 ? null : lesson.teacher.code,
        教师姓名: lesson.teacher.name,
        地点: lesson.place,
        人数: lesson.heads,
        清点方式: lesson.estimated ? '估计' : '清点',
        清点人: lesson.by,
        登记日期: dateCell(lesson.recordedOn, typed),
        备注: lesson.note ?? null,
      }));
    const sheet = sheetOf({
      name: '示范课报送',
      title: `${town.name}2021年示范课报送表`,
      columns,
      lines,
      numbered: i % 2 === 0,
      ...(i % 4 === 0 ? { summed: '人数' as const } : {}),
    });
    return { file: `${number(firstNumber + i)}-示范课报送-${town.name}.xlsx`, kind: 'lessons', sheets: [sheet] };
  });
}

/** The sign-in lists that villages passed round, two towns to a workbook. */
export function lessonAttendanceFiles(firstNumber: number): YearFile[] {
  const pairs = [0, 2, 4, 6].map((i) => [towns[i]!, towns[i + 1]!] as const);
  return pairs.map((pair, i) => {
    const codes = pair.map(({ code }) => code);
    return attendanceFile({
      file: `${number(firstNumber + i)}-示范课签到-${pair.map(({ name }) => name).join('')}.xlsx`,
      title: `${pair.map(({ name }) => name).join('、')}2021年示范课签到表`,
      marks: lessonMarks.filter(({ session }) => codes.includes(session.classCode.slice(8, 17))),
      headCounts: [],
      typed: i % 2 === 1,
    });
  });
}

function number(n: number): string {
  return String(n).padStart(2, '0');
}
