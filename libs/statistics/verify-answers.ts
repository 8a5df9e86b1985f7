import { Inject, Injectable } from '@nestjs/common';
import { ListHeadCounts } from '#attendance';
import { bases, type Basis } from '#contract';
import { type Config, CONFIG } from '#platform/config';
import { type Db, uuidText } from '#platform/database';
import { AskFigures, type BulletinLine, type Figure } from './ask-figures.js';
import { type AskedUnit, type FigureQuery } from './figure-query.js';
import { ListMarks } from './list-marks.js';
import { lateHeadCounts, lateMarks, toTell } from './verification/answers.sql.js';

type Told = Record<string, number>;
interface Question {
  unit: AskedUnit;
  query: FigureQuery;
  expected: Told | undefined;
}

/** Sessions whose lists are read at a time. */
const portion = 200;

/**
 * What an official is told, beside a second count of the facts that were compared before it: cells that are right are of no use
 * to somebody for whom they are added up wrongly. Months are asked one by one of those with
 * nobody above, by the usual basis; else together.
 */
@Injectable()
export class VerifyAnswers {
  constructor(
    private readonly ask: AskFigures,
    private readonly marks: ListMarks,
    private readonly headCounts: ListHeadCounts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(db: Db): Promise<{ comparison: string; rows: number }[]> {
    const questions = await this.questions(db);
    const differing = async (answer: (one: Question) => Promise<Told>): Promise<number> => {
      let rows = 0;
      for (const one of questions) if (differs(await answer(one), one.expected)) rows++;
      return rows;
    };
    const { lateMarkDays, lateHeadCountDay } = this.config;
    return [
      {
        comparison: 'the bulletin, as told',
        rows: await differing(async ({ unit, query }) => linesOf(await this.ask.bulletinLine(db, unit, query))),
      },
      {
        comparison: 'figures and people, as told',
        rows: await differing(async ({ unit, query }) => measuresOf(await this.ask.total(db, unit, query))),
      },
      { comparison: 'late marks, as listed', rows: await this.differingLists(db, this.marks, lateMarks(lateMarkDays)) },
      { comparison: 'late head counts, as listed', rows: await this.differingLists(db, this.headCounts, lateHeadCounts(lateHeadCountDay)) },
    ];
  }

  private async questions(db: Db): Promise<Question[]> {
    const units: (AskedUnit & { parentId: number | null })[] = await db.query(
      "SELECT id, path, level, parent_id AS parentId FROM units WHERE level <> 'village' ORDER BY id",
    );
    const rows: (Told & { basis: Basis; unitId: number; month: number })[] = await db.query(toTell);
    const expected = new Map(rows.map((row) => [`${row.basis} ${row.unitId} ${row.month}`, row]));
    const months = [...new Set(rows.map((row) => row.month))].filter((month) => month > 0).sort((a, b) => a - b);
    if (months.length === 0) return [];
    return bases.flatMap((basis) =>
      units.flatMap((unit) =>
        [0, ...(unit.parentId === null && basis === bases[0] ? months : [])].map((month) => ({
          unit,
          query: { basis, from: month || months[0]!, to: month || months.at(-1)! },
          expected: expected.get(`${basis} ${unit.id} ${month}`),
        })),
      ),
    );
  }

  /** Facts that one side alone calls late. */
  private async differingLists(db: Db, list: Pick<ListMarks | ListHeadCounts, 'ofSessions'>, sql: string): Promise<number> {
    const rows: { id: Buffer }[] = await db.query(sql);
    const expected = new Set(rows.map((row) => uuidText(row.id)));
    const sessions: { id: number; date: string }[] = await db.query('SELECT id, date FROM sessions ORDER BY id');
    let more = 0;
    for (let i = 0; i < sessions.length; i += portion)
      for (const { id } of await list.ofSessions(db, sessions.slice(i, i + portion), { late: true })) if (!expected.delete(id)) more++;
    return more + expected.size;
  }
}

const differs = (told: Told, expected: Told | undefined): boolean =>
  Object.entries(told).some(([what, many]) => many !== (expected?.[what] ?? 0));

const linesOf = ({ batches, sessionsHeld, backbone, demonstration, other }: BulletinLine): Told => ({
  batches,
  sessionsHeld,
  backbone,
  demonstration,
  otherRegistered: other.registered,
  otherDeclared: other.declared,
});

const measuresOf = ({ personTimes, creditHours: _, ...measures }: Figure): Told => ({ ...measures, ...personTimes });
