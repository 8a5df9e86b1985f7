export type { YearFile, YearFiles, YearSheet } from './files.js';
export { generateYear, writeFiles, writeYear } from './write-year.js';
export { demoInstructorCode } from './instructors.js';
export { generateWeek, type AlreadyThere } from './this-week.js';
