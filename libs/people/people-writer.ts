import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { type Db, isReferenced } from '#platform/database';
import { type ImportJob, type RowEffect, type RowOutcome } from '#platform/imports';
import { Refusal } from '#platform/refusal';
import { FiguresOfPeople } from './figures-of-people.js';
import { type PersonLine } from './people-sheet.js';
import { type KnownPerson, PeopleSheetRepository } from './people-sheet.repository.js';
import { type LineChanges } from './person-line.policy.js';
import { type PersonColumns } from './person.repository.js';

/** A row with what it does. */
export interface PeopleChange extends LineChanges {
  line: PersonLine;
  person: KnownPerson | null;
  unitId: number;
  /** Sealed numbers to set. */
  numbers: PersonColumns;
  outcome: RowOutcome;
}

/** What puts an updated person back. `null` stands for what was not there. */
interface Before extends Record<string, unknown> {
  columns: Record<string, unknown>;
  units: { from: string; unitId: number | null }[];
  terms: { kind: string; from: string; to: string | null; held: boolean }[];
}

/** Does what rows of a sheet of people were judged to do, and undoes it. */
@Injectable()
export class PeopleWriter {
  constructor(
    private readonly people: PeopleSheetRepository,
    private readonly figures: FiguresOfPeople,
  ) {}

  async write(db: Db, job: ImportJob, changes: readonly PeopleChange[]): Promise<void> {
    const created = changes.filter(({ outcome }) => outcome.verdict === 'create');
    const updated = changes.filter(({ outcome }) => outcome.verdict === 'update');
    await this.people.insert(
      db,
      created.map(({ line: { code, name }, unitId, details, numbers }) => ({ code, name, unitId, columns: { ...details, ...numbers } })),
    );
    const ids = await this.people.idsOf(
      db,
      created.map(({ line }) => line.code),
    );
    const idOf = ({ line, person }: PeopleChange): number => person?.id ?? ids.get(line.code)!;
    const whole = [...created, ...updated];
    await this.people.putTerms(
      db,
      whole.flatMap((change) => change.terms.map((term) => ({ ...term, personId: idOf(change) }))),
    );
    await this.people.replace(
      db,
      updated.map(({ person, details, numbers }) => ({
        ...person!,
        version: person!.version + 1,
        columns: { ...person!.columns, ...details, ...numbers },
      })),
    );
    await this.people.putUnits(
      db,
      whole.flatMap((change) => (change.unit ? [{ ...change.unit, personId: idOf(change) }] : [])),
    );
    for (const unit of whole.flatMap(unitsOf)) job.units.add(unit);
    for (const change of created) change.outcome.effects = [{ noun: 'person', id: idOf(change), did: 'created', version: 1 }];
    for (const change of updated) change.outcome.effects = [updateEffect(change)];
    await this.figures.changedFor(
      db,
      job.ctx,
      updated.filter(movesFigures).map(({ person }) => person!.id),
    );
  }

  /** Refusals: importInUse (something stands on a person, or somebody changed them since). */
  async undo(db: Db, ctx: Context, effects: readonly RowEffect[]): Promise<void> {
    const now = await this.people.byIds(
      db,
      effects.map(({ id }) => Number(id)),
    );
    const changed = effects.find(({ id, version }) => now.get(Number(id))?.version !== version);
    if (changed) throw new Refusal('importInUse', { person: String(changed.id) });
    const back = effects.flatMap(({ id, before, version }) =>
      before ? [{ personId: Number(id), version: version! - 1, before: before as Before }] : [],
    );
    const terms = back.flatMap(({ personId, before }) => before.terms.map((term) => ({ ...term, personId })));
    const units = back.flatMap(({ personId, before }) => before.units.map((entry) => ({ ...entry, personId })));
    await this.people.dropTerms(
      db,
      terms.filter(({ held }) => !held),
    );
    await this.people.putTerms(
      db,
      terms.filter(({ held }) => held),
    );
    await this.people.replace(
      db,
      back.map(({ personId, version, before }) => {
        const person = now.get(personId)!;
        return { ...person, version, columns: { ...person.columns, ...read(before.columns) } };
      }),
    );
    await this.people.dropUnits(
      db,
      units.filter(({ unitId }) => unitId === null),
    );
    await this.people.putUnits(
      db,
      units.flatMap((entry) => (entry.unitId === null ? [] : [{ ...entry, unitId: entry.unitId }])),
    );
    const created = effects.filter(({ did }) => did === 'created').map(({ id }) => Number(id));
    await this.people.remove(db, created).catch((error: unknown) => {
      throw isReferenced(error) ? new Refusal('importInUse', { noun: 'person' }) : error;
    });
    await this.figures.changedFor(
      db,
      ctx,
      back.map(({ personId }) => personId),
    );
  }
}

/** Where the person was and is. */
const unitsOf = ({ person, unitId }: PeopleChange): number[] => [unitId, ...(person?.units ?? []).map((one) => one.unitId)];

const movesFigures = ({ details, unit, terms }: PeopleChange): boolean =>
  unit !== null || terms.length > 0 || Object.keys(details).length > 0;

function updateEffect({ person, details, numbers, unit, terms }: PeopleChange): RowEffect {
  const { id, version, columns, units, positions } = person!;
  const before: Before = {
    columns: kept(Object.keys({ ...details, ...numbers }), columns),
    units: unit ? [{ from: unit.from, unitId: units.find(({ from }) => from === unit.from)?.unitId ?? null }] : [],
    terms: terms.map(({ kind, from }) => {
      const held = positions.find((one) => one.kind === kind && one.from === from);
      return { kind, from, to: held?.to ?? null, held: held !== undefined };
    }),
  };
  return { noun: 'person', id, did: 'updated', before, version: version + 1 };
}

/** Sealed bytes travel as text; they stay sealed. */
const kept = (names: readonly string[], columns: PersonColumns): Record<string, unknown> =>
  Object.fromEntries(
    names.map((name) => {
      const value = columns[name] ?? null;
      return [name, Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : value];
    }),
  );

const read = (columns: Record<string, unknown>): PersonColumns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => {
      const bytes = (value as { bytes?: string } | null)?.bytes;
      return [name, bytes === undefined ? (value as PersonColumns[string]) : Buffer.from(bytes, 'base64')];
    }),
  );
