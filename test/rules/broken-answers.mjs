// What is told of figures that were counted rightly, and what is called late: nothing of it is stored.
import { broken } from './broken.mjs';

const ask = 'libs/statistics/ask-figures.ts';
const figures = 'libs/statistics/figures.repository.ts';
const headCounts = 'libs/attendance/head-count.repository.ts';
const lateness = 'libs/attendance/lateness.policy.ts';
const listMarks = 'libs/statistics/list-marks.ts';

export const brokenAnswers = [
  broken('8', 'whatever is asked, people count where they live', [figures, '[query.basis, level,', "['trainee', level,"]),
  broken('7', 'the last month is not among those asked for', [figures, 'f.month BETWEEN ? AND ?', 'f.month >= ? AND f.month < ?']),

  broken('10', 'marks are late on the last day that is in time', [lateness, 'recordedOn > addDays', 'recordedOn >= addDays']),
  broken('10', 'heads are late on the last day that is in time', [lateness, 'recordedOn > `', 'recordedOn >= `']),
  broken('10', 'what a county allows for marks is not asked', [lateness, 'addDays(sessionDate, lateMarkDays)', 'addDays(sessionDate, 3)']),
  broken('10', 'what a county allows for heads is not asked', [lateness, 'String(lateHeadCountDay)', "'3'"]),
  broken('10', 'heads of December have no next month', [lateness, 'month === 12 ? [year + 1, 1] : [year, month + 1]', '[year, month + 1]']),
  broken('10', 'marks come on a day of Greenwich', [
    lateness,
    'shanghaiDate(new Date(mark.receivedAt))',
    'new Date(mark.receivedAt).toISOString().slice(0, 10)',
  ]),
  broken('10', 'heads come on a day of Greenwich', [
    headCounts,
    'shanghaiDate(row.receivedAt)',
    'row.receivedAt.toISOString().slice(0, 10)',
  ]),
  broken('10', 'marks of a sheet are late by when it was imported', [lateness, 'mark.recordedOn ?? shanghaiDate', 'shanghaiDate']),
  broken('10', 'heads of a sheet are late by when it was imported', [headCounts, 'recordedOn ?? shanghaiDate', 'shanghaiDate']),
  broken('10', 'no mark is flagged', [listMarks, 'late: cameLate(one.mark, date, this.config)', 'late: false']),
  broken('10', 'whoever asks for late heads gets all', [
    'libs/attendance/list-head-counts.ts',
    'filter.late !== undefined && count.late !== filter.late',
    'false',
  ]),

  broken('12', 'the public is backbone', [ask, ' - publicByKind.reduce((all, row) => all + row.registered, 0)', '']),
  broken('12', 'backbone at a demonstration stands in both lines', [
    ask,
    "sum(publicByKind, 'demonstration', 'registered')",
    "sum(byKind, 'demonstration', 'registered')",
  ]),
  broken('12', 'heads at a demonstration stand in no line', [ask, " + sum(byKind, 'demonstration', 'declared')", '']),
  broken('12', 'practical lessons are demonstrations', [
    'libs/courses/kinds/practical.ts',
    "bulletinLine: 'other'",
    "bulletinLine: 'demonstration'",
  ]),
  broken('12', 'the public elsewhere is not told of', [ask, "registered: sum(publicByKind, 'other', 'registered')", 'registered: 0']),
  broken('12', 'heads elsewhere are not told of', [ask, "declared: sum(byKind, 'other', 'declared')", 'declared: 0']),
  broken('13', 'sessions are printed as batches', [ask, 'batches: total!.batches', 'batches: total!.sessions_held']),
  broken('13', 'visits are printed as sessions', [
    ask,
    'sessionsHeld: total!.sessions_held',
    'sessionsHeld: total!.sessions_held + total!.visits',
  ]),
];
