import { Logger } from '@nestjs/common';
import { isDuplicate, isPassing } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { WorkbookFault } from '#platform/workbook';
import { HeaderMissing } from './placed-rows.js';

/** Somebody else does this work by now. */
export class LeaseGone extends Error {
  constructor() {
    super('the import is worked on elsewhere');
    this.name = 'LeaseGone';
  }
}

/** Somebody called the work off. */
export class CalledOff extends Error {
  constructor() {
    super('the import was called off');
    this.name = 'CalledOff';
  }
}

/** The word of an import that was begun as often as its job allows and never came to an end: its file may kill whoever reads it. */
export const brokeOff = 'brokeOff';

/** Somebody else wrote the same at the same time: begun anew, the work finds it there. Says nothing of what it was. */
export class LostRace extends Error {
  constructor() {
    super('somebody else wrote the same at the same time');
    this.name = 'LostRace';
  }
}

/** A race is not lost this often by chance: such rows collide with each other, or with what the importer does not see. */
const racesBorne = 3;

const log = new Logger('imports');

/**
 * The stable word under which an import fails. What may pass when tried again is thrown on, and so the job is tried again.
 * The log gets no messages: those of a database quote the values of the file.
 */
export function wordOf(error: unknown, importId: number, attempt: number): string {
  if (error instanceof LeaseGone || isPassing(error)) throw error;
  if (isDuplicate(error) && attempt < racesBorne) throw new LostRace();
  if (error instanceof WorkbookFault || error instanceof Refusal) return error.code;
  if (error instanceof HeaderMissing) return 'headerMissing';
  const { name, stack = '', driverError } = error as Error & { driverError?: { code?: string } };
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  log.error([`import ${importId} failed: ${name} ${driverError?.code ?? ''}`, ...frames.slice(0, 12)].join('\n'));
  return isDuplicate(error) ? 'clashing' : 'unexpected';
}
