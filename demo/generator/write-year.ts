import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWorkbook } from '#platform/workbook';
import { attendanceFile, classFile, rosterFile, type ClassBook } from './class-book.js';
import { coreProgrammes } from './core-programmes.js';
import type { YearFile, YearFiles } from './files.js';
import { homeVisits } from './home-visits.js';
import { instructorFile } from './instructors.js';
import { lessonAttendanceFiles, lessonFiles } from './lesson-files.js';
import { onlineClasses } from './online.js';
import { movesFile, registerFile } from './people-files.js';
import { practicalClasses } from './practical.js';
import { productCourses } from './product-courses.js';
import { siteFile } from './sites.js';
import { townLessons } from './town-lessons.js';

/** The files of the year 2021 in the order in which they can be imported. The same on every machine and every day. */
export function generateYear(): YearFiles {
  const secondHalf = practicalClasses.filter(({ plan }) => plan.from >= '2021-07-01');
  const firstHalf = practicalClasses.filter((book) => !secondHalf.includes(book));
  return [
    registerFile(),
    movesFile(),
    instructorFile(),
    siteFile(),
    classFile('05-班次与课表-专题课.xlsx', '眉县2021年专题课', [...coreProgrammes, ...productCourses]),
    classFile('06-班次与课表-网络课.xlsx', '眉县2021年直播课堂', onlineClasses),
    classFile('07-班次与课表-实践课.xlsx', '眉县2021年实践课', practicalClasses),
    classFile('08-班次与课表-送教上门和镇级示范课.xlsx', '眉县2021年送教上门和镇级示范课', [homeVisits, townLessons]),
    ...lessonFiles(9),
    rosterFile('17-学员花名册-专题课.xlsx', '眉县2021年专题课学员花名册', [...coreProgrammes, ...productCourses]),
    rosterFile('18-学员花名册-实践课和送教上门.xlsx', '眉县2021年实践课和送教上门学员花名册', [...practicalClasses, homeVisits]),
    ...coreProgrammes.map((book, i) => sheetsOf(`${19 + i}-签到-${book.plan.code}.xlsx`, book.plan.name, [book])),
    ...productCourses
      .filter(({ marks }) => marks.length > 0)
      .map((book, i) => sheetsOf(`${22 + i}-签到-${book.plan.code}.xlsx`, book.plan.name, [book])),
    sheetsOf('31-签到-网络课.xlsx', '眉县2021年直播课堂收看', onlineClasses),
    sheetsOf('32-签到-实践课上半年.xlsx', '眉县2021年实践课', firstHalf),
    sheetsOf('33-签到-实践课下半年.xlsx', '眉县2021年实践课', secondHalf),
    sheetsOf('34-签到-送教上门.xlsx', '首善街道2021年送教上门', [homeVisits]),
    sheetsOf('35-签到-镇级示范课.xlsx', '齐镇2021年秋季果园管理示范班', [townLessons]),
    ...lessonAttendanceFiles(36),
  ];
}

function sheetsOf(file: string, title: string, books: ClassBook[]): YearFile {
  return attendanceFile({
    file,
    title: `${title}签到表`,
    marks: books.flatMap(({ marks }) => marks),
    headCounts: books.flatMap(({ headCounts }) => headCounts),
    // Every other office types its dates in words.
    typed: Number(file.slice(0, 2)) % 2 === 0,
  });
}

/** Writes the year as workbooks into `folder`, which is made if needed. Answers the paths in the order of import. */
export async function writeYear(folder: string): Promise<{ path: string; file: YearFile }[]> {
  return writeFiles(folder, generateYear());
}

export async function writeFiles(folder: string, files: YearFiles): Promise<{ path: string; file: YearFile }[]> {
  await mkdir(folder, { recursive: true });
  const written: { path: string; file: YearFile }[] = [];
  for (const file of files) {
    const path = join(folder, file.file);
    await writeWorkbook(file.sheets, createWriteStream(path));
    written.push({ path, file });
  }
  return written;
}
