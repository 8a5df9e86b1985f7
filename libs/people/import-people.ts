import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { today } from '#platform/clock';
import { type Db } from '#platform/database';
import { type Importer, type ImportJob, type ParsedRow, type RowEffect, type RowFault, type RowOutcome } from '#platform/imports';
import { alwaysThere, inSubtrees, registerKey, type Subtrees, UnitRepository, type UnitRow } from '#units';
import { type KnownPerson, PeopleSheetRepository } from './people-sheet.repository.js';
import { peopleSheets, type PersonLine, personLine } from './people-sheet.js';
import { changesOf, type Days } from './person-line.policy.js';
import { type PeopleChange, PeopleWriter } from './people-writer.js';
import { type PersonColumns } from './person.repository.js';
import { PersonalNumbers, type SealedIdNumber, type SealedPhone } from './personal-numbers.js';

/** People by their code: details that the sheet knows, where they are from which day on, what positions they hold. */
@Injectable()
export class ImportPeople implements Importer {
  readonly kind = 'people';
  readonly permission = 'people.manage';
  readonly sheets = peopleSheets;

  constructor(
    private readonly people: PeopleSheetRepository,
    private readonly units: UnitRepository,
    private readonly numbers: PersonalNumbers,
    private readonly writer: PeopleWriter,
  ) {}

  async judge(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    return (await this.judged(db, job, rows)).map(({ outcome }) => outcome);
  }

  async apply(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<RowOutcome[]> {
    const changes = await this.judged(db, job, rows);
    await this.writer.write(db, job, changes);
    return changes.map(({ outcome }) => outcome);
  }

  revert(db: Db, job: ImportJob, effects: readonly RowEffect[]): Promise<void> {
    return this.writer.undo(db, job.ctx, effects);
  }

  /**
   * Faults beside those of the line itself: referenceUnknown, unitRetired (unit), alreadyExists (the code is somebody's out of
   * scope), repeated, nameMismatch, personMerged, identityTaken, identityDiffers.
   */
  private async judged(db: Db, job: ImportJob, rows: readonly ParsedRow[]): Promise<PeopleChange[]> {
    const lines = rows.map(personLine);
    const sealed = lines.map((line) => this.seal(line));
    const around: Around = {
      scope: scopeOf(job.ctx, this.permission),
      units: await this.units.byCodes(db, [...new Set(lines.map(({ unitCode }) => unitCode))], job.mode === 'apply' && 'shared'),
      people: await this.people.byCodes(db, [...new Set(lines.map(({ code }) => code))], job.mode === 'apply'),
      holders: await this.people.holders(
        db,
        sealed.flatMap(({ id_number_index }) => id_number_index ?? []),
      ),
      codes: remembered(job, 'people'),
      idNumbers: remembered(job, 'idNumbers'),
      days: { today: today(), always: alwaysThere },
    };
    return lines.map((line, i) => judgeLine(line, sealed[i]!, around));
  }

  private seal({ idNumber, phone }: PersonLine): SealedNumbers {
    const { id_number_sealed, id_number_index, id_number_last4 } = this.numbers.idNumber(idNumber);
    return { id_number_sealed, id_number_index, id_number_last4, ...this.numbers.phone(phone) };
  }
}

type SealedNumbers = SealedIdNumber & SealedPhone;

/** What lines are judged against. */
interface Around {
  scope: Subtrees;
  units: ReadonlyMap<string, UnitRow>;
  people: ReadonlyMap<string, KnownPerson>;
  /** ID number, by its index → person. */
  holders: ReadonlyMap<string, number>;
  /** Seen in earlier rows of this pass. */
  codes: Set<string>;
  idNumbers: Set<string>;
  days: Days;
}

function judgeLine(line: PersonLine, sealed: SealedNumbers, around: Around): PeopleChange {
  const person = around.people.get(registerKey(line.code)) ?? null;
  const unit = around.units.get(line.unitCode);
  const outcome: RowOutcome = { position: line.position, verdict: 'faulty' };
  const none: PeopleChange = { line, person, unitId: unit?.id ?? 0, numbers: {}, details: {}, unit: null, terms: [], outcome };
  const faulty = (...faults: RowFault[]): PeopleChange => ({ ...none, outcome: { ...outcome, faults } });
  if (!unit || !inSubtrees(around.scope, unit.accessPath)) return faulty({ column: '单位代码', code: 'referenceUnknown' });
  if (person && !inSubtrees(around.scope, person.accessPath)) return faulty({ column: '人员编号', code: 'alreadyExists' });

  const { faults, ...changes } = changesOf(line, unit.id, person, around.days);
  const change: PeopleChange = { ...none, ...changes, numbers: newNumbers(sealed, person) };
  const { details, numbers, terms } = change;
  const same = person !== null && !change.unit && [details, numbers, terms].every((part) => Object.keys(part).length === 0);
  const index = sealed.id_number_index?.toString('hex');
  if (unit.validTo && change.unit) faults.push({ column: '单位代码', code: 'unitRetired' });
  if (around.codes.has(registerKey(line.code))) faults.push({ column: '人员编号', code: 'repeated' });
  if (person && person.name !== line.name) faults.push({ column: '姓名', code: 'nameMismatch' });
  if (person?.mergedInto && !same) faults.push({ column: '人员编号', code: 'personMerged' });
  if (index !== undefined) faults.push(...faultsOfIdNumber(index, person, around));
  if (faults.length > 0) return faulty(...faults);
  around.codes.add(registerKey(line.code));
  if (index !== undefined) around.idNumbers.add(index);
  outcome.verdict = !person ? 'create' : same ? 'unchanged' : 'update';
  return change;
}

/** A number that is there already is not replaced by another: that is done by hand. */
function faultsOfIdNumber(index: string, person: KnownPerson | null, { holders, idNumbers }: Around): RowFault[] {
  const holder = holders.get(index);
  if (idNumbers.has(index) || (holder !== undefined && holder !== person?.id)) return [{ column: '身份证号', code: 'identityTaken' }];
  return person?.hasIdNumber && holder !== person.id ? [{ column: '身份证号', code: 'identityDiffers' }] : [];
}

/** An ID number where there was none, a phone number where there was none or another. */
function newNumbers(sealed: SealedNumbers, person: KnownPerson | null): PersonColumns {
  const { id_number_sealed, id_number_index, id_number_last4, phone_sealed, phone_index, phone_last4 } = sealed;
  const phone = person?.columns.phone_index as Buffer | null | undefined;
  return {
    ...(id_number_index && !person?.hasIdNumber ? { id_number_sealed, id_number_index, id_number_last4 } : {}),
    ...(phone_index && !phone?.equals(phone_index) ? { phone_sealed, phone_index, phone_last4 } : {}),
  };
}

/** What was seen in earlier rows of this pass. */
function remembered(job: ImportJob, what: string): Set<string> {
  const set = (job.state.get(what) as Set<string> | undefined) ?? new Set<string>();
  job.state.set(what, set);
  return set;
}
