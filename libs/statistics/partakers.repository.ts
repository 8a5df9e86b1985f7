import { Injectable } from '@nestjs/common';
import { type Engagement, type Partaker } from '#contract';
import { numbersOf, type Question, question } from '#platform/database';
import { displayName } from '#units';
import { factsOfMonths, filterOf, partakersOf, partakings, tableOf, unitColumn } from './counted-facts.js';
import { type AskedUnit, type FigureQuery } from './figure-query.js';

/** What is told of a site or an instructor; all of it is of sessions, so that it can be added up over them. */
export const sessionMeasures = ['sessionsHeld', 'visits', 'attendances', 'declared'] as const;
export type SessionSums = Record<(typeof sessionMeasures)[number], number>;

export interface PartakerSums {
  total: SessionSums;
  without: SessionSums;
  again: SessionSums;
}

export type SiteNamed = { id: number; name: string; town: string; latitude: number | null; longitude: number | null };
export type InstructorNamed = { id: number; name: string; unit: string; engagement: Engagement };
/** A row of a register, with the place of the unit that keeps it. */
export type Kept<Named> = Named & { accessPath: string };

export const sumsOf = (all: readonly SessionSums[]): SessionSums =>
  all.reduce(
    (sum, one) => ({
      sessionsHeld: sum.sessionsHeld + one.sessionsHeld,
      visits: sum.visits + one.visits,
      attendances: sum.attendances + one.attendances,
      declared: sum.declared + one.declared,
    }),
    { sessionsHeld: 0, visits: 0, attendances: 0, declared: 0 },
  );

type Statement = { sql: string; parameters: (string | number)[] };

/** Adds up what was counted in sessions by where they were held or who taught them. */
@Injectable()
export class PartakersRepository {
  /** Most sessions first; one more than the limit, to know whether there is a next page. What was counted leads: the sessions of other years are not read. */
  lines(
    partaker: Partaker,
    unit: AskedUnit,
    query: FigureQuery,
    page: { after: [sessionsHeld: number, id: number] | null; limit: number },
  ): Question<(SessionSums & { partakerId: number })[]> {
    const { rows, session, id } = partakings[partaker];
    const { sql, parameters } = bySession(unit, query);
    const after = page.after
      ? {
          sql: `HAVING SUM(f.sessionsHeld) < ? OR (SUM(f.sessionsHeld) = ? AND partakerId > ?)`,
          parameters: [page.after[0], ...page.after],
        }
      : { sql: '', parameters: [] };
    return question(
      `SELECT ${id} AS partakerId, ${sessionMeasures.map((measure) => `SUM(f.${measure}) AS ${measure}`).join(', ')}
       FROM (${sql}) f STRAIGHT_JOIN (${rows}) ON ${session} = f.session_id WHERE ${id} IS NOT NULL GROUP BY ${id} ${after.sql}
       ORDER BY SUM(f.sessionsHeld) DESC, ${id} LIMIT ${Number(page.limit) + 1}`,
      [...parameters, ...after.parameters],
    );
  }

  /** Of all sessions; of those with none; and what those with several are too much in the sum of the lines. */
  sums(partaker: Partaker, unit: AskedUnit, query: FigureQuery): Question<PartakerSums> {
    const { sql, parameters } = bySession(unit, query);
    const times = {
      total: '1',
      without: 'CASE WHEN f.partakers = 0 THEN 1 ELSE 0 END',
      again: 'GREATEST(CAST(f.partakers AS SIGNED) - 1, 0)',
    };
    const names = Object.keys(times) as (keyof PartakerSums)[];
    const sums = names.flatMap((name) =>
      sessionMeasures.map((measure) => `COALESCE(SUM(f.${measure} * ${times[name]}), 0) AS ${name}_${measure}`),
    );
    return question<Record<string, number>, PartakerSums>(
      `SELECT ${sums.join(', ')} FROM (SELECT f.*, ${partakersOf(partaker, 'f.session_id')} AS partakers FROM (${sql}) f) f`,
      parameters,
      ([row]) =>
        Object.fromEntries(
          names.map((name) => [name, Object.fromEntries(sessionMeasures.map((measure) => [measure, row![`${name}_${measure}`]]))]),
        ) as unknown as PartakerSums,
    );
  }

  sites(ids: readonly number[]): Question<Kept<SiteNamed>[]> {
    return question<Kept<SiteNamed>, Kept<SiteNamed>[]>(
      `SELECT s.id, s.name, town.name AS town, s.latitude, s.longitude, u.access_path AS accessPath FROM teaching_sites s
         JOIN units u ON u.id = s.unit_id JOIN units town ON town.id = u.key_town WHERE s.id IN ${numbersOf(ids)}`,
      [],
      (rows) => rows.map((row) => ({ ...row, town: displayName(row.town) })),
    );
  }

  instructors(ids: readonly number[]): Question<Kept<InstructorNamed>[]> {
    return question<Kept<InstructorNamed>, Kept<InstructorNamed>[]>(
      `SELECT i.id, i.name, u.name AS unit, i.engagement, u.access_path AS accessPath FROM instructors i JOIN units u ON u.id = i.unit_id WHERE i.id IN ${numbersOf(ids)}`,
      [],
      (rows) => rows.map((row) => ({ ...row, unit: displayName(row.unit) })),
    );
  }
}

/** What was counted in the question's sessions, up to three rows a session. Heads have no audience: a filter by audience leaves them out. */
function bySession(unit: AskedUnit, query: FigureQuery): Statement {
  const held = filterOf('held', unit, query);
  const attended = factsOfMonths('attendances', unit, query);
  const parts: Statement[] = [
    {
      sql: `SELECT t.session_id, MAX(t.measure = 'sessionsHeld') AS sessionsHeld, MAX(t.measure = 'visits') AS visits, 0 AS attendances, 0 AS declared
        FROM ${tableOf('held')} JOIN units u ON u.id = ${unitColumn('held', query.basis)}
        WHERE t.measure IN ('sessionsHeld', 'visits') AND ${held.sql} GROUP BY t.session_id`,
      parameters: held.parameters,
    },
    {
      sql: `SELECT t.session_id, 0, 0, COUNT(*), 0 FROM ${attended.from} WHERE ${attended.where} GROUP BY t.session_id`,
      parameters: attended.parameters,
    },
  ];
  if (!query.audience) {
    const { from, where, parameters } = factsOfMonths('declarations', unit, query);
    parts.push({ sql: `SELECT t.session_id, 0, 0, 0, SUM(t.declared) FROM ${from} WHERE ${where} GROUP BY t.session_id`, parameters });
  }
  return { sql: parts.map(({ sql }) => sql).join('\n UNION ALL '), parameters: parts.flatMap(({ parameters }) => parameters) };
}
