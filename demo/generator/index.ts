export type { YearFile, YearFiles, YearSheet } from './files.js';
export { generateYear, writeFiles, writeYear } from './write-year.js';
export { generateWeek, type AlreadyThere } from './this-week.js';
