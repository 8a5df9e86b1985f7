import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { markNeeds } from '#attendance';
import { bases, measures, partakers } from '#contract';
import { projectRoot } from '#platform/config';
import { plantDecade } from '../factories/decade.js';
import { normalised, planOf, type PlanStep, planText } from '../factories/query-plan.js';
import { SentStatements } from '../factories/sent-statements.js';
import { done } from '../factories/training.js';
import { signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

/** More rows the longer the county is at it: a report reads those that it is about. */
const growing = [
  ...[
    'participations',
    'attendances',
    'declarations',
    'held',
    'left_out',
    'compiled_classes',
    'figure_cells',
    'people_cells',
    'person_sets',
  ],
  ...[
    'marks',
    'mark_replacements',
    'mark_decisions',
    'head_counts',
    'classes',
    'class_units',
    'sessions',
    'session_classes',
    'session_instructors',
    'checkpoints',
    'enrollments',
  ],
  ...['people', 'person_units', 'positions', 'outbox'],
];

/**
 * What is read whole today, by one engine or both: marks and facts of all years for a question about one. An index that begins with the
 * month, on `attendances`, `declarations` and `left_out`, would mend most of it; it costs every compile.
 */
const readWhole = new Set([
  ...['host', 'venue'].map((basis) => `/v1/figures ${basis}: participations`),
  ...['personTimes.declared', 'unverified', 'unidentified'].map((measure) => `/v1/figures/rows ${measure}: declarations`),
  ...['attendances', 'personTimes.registered', 'people'].map((measure) => `/v1/figures/rows ${measure}: classes`),
  ...['attendances', 'participations'].map((table) => `/v1/figures/rows attendances: ${table}`),
  ...['personTimes.registered', 'people'].map((measure) => `/v1/figures/rows ${measure}: participations`),
  ...['participations', 'attendances', 'declarations', 'held', 'left_out'].map((table) => `/v1/figures/why: ${table}`),
  '/v1/figures/breakdowns: participations',
  '/v1/marks match: sessions',
]);

const year = 'from=2021-01&to=2021-12';
const spring = 'from=2021-02&to=2021-04';
/** `{county}`, `{town}`, `{village}`, `{site}`, `{instructor}` stand for an id, `{person}` for that of somebody who was marked. */
const requests = [
  `/v1/figures?${year}`,
  `/v1/figures?${year}&by=kind,town,month`,
  `/v1/figures?${year}&by=kind,town,month&basis=host`,
  `/v1/figures?${year}&by=audience`,
  `/v1/figures?${year}&by=village,audience`,
  `/v1/figures?${year}&audience=public&by=kind`,
  `/v1/figures?${year}&kind=thematic&by=county,month`,
  `/v1/figures?${year}&unit={town}&by=month`,
  `/v1/figures?${year}&unit={village}&by=kind`,
  ...bases.map((basis) => `/v1/figures?${spring}&by=town&basis=${basis}`),
  `/v1/figures/bulletin?${year}`,
  ...measures.map((measure) => `/v1/figures/rows?${year}&measure=${measure}&kind=demonstration&month=2021-03&town={town}`),
  ...measures.map((measure) => `/v1/figures/rows?${year}&measure=${measure}`),
  ...bases.map((basis) => `/v1/figures/rows?${year}&measure=personTimes.registered&audience=public&basis=${basis}&unit={village}`),
  `/v1/figures/why?${year}&kind=demonstration&month=2021-03&town={town}`,
  `/v1/figures/why?${year}`,
  ...['sites', 'instructors'].flatMap((by) => [
    `/v1/figures/${by}?${year}`,
    `/v1/figures/${by}?${spring}&basis=host&unit={town}&audience=public`,
  ]),
  ...partakers.flatMap((partaker) =>
    (['sessionsHeld', 'attendances', 'personTimes.declared'] as const).flatMap((measure) =>
      [`${partaker}={${partaker}}`, `without=${partaker}`].map((part) => `/v1/figures/rows?${year}&measure=${measure}&${part}`),
    ),
  ),
  `/v1/figures/rows?${year}&measure=sessionsHeld&several=site`,
  `/v1/figures/why?${year}&site={site}`,
  `/v1/figures/breakdowns?${year}&by=town`,
  `/v1/figures/breakdowns?${spring}&by=month&breakdown=female&unit={village}`,
  `/v1/figures/rows?${year}&measure=personTimes.registered&breakdown=female&town={town}`,
  `/v1/figures/rows?${year}&measure=attendances&unknown=young`,
  ...markNeeds.map((needs) => `/v1/marks?needs=${needs}`),
  `/v1/marks?from=2021-03-01&to=2021-03-31&unit={town}`,
  '/v1/marks?person={person}',
];

describe('what reports ask the database', () => {
  let product: Product;
  let sent: SentStatements;
  let token: string;
  let subjects: Record<string, number>;
  beforeAll(async () => {
    product = await startProduct();
    subjects = await plantDecade(product, 20_000);
    token = await signedIn(product, 'admin', 'admin', subjects.county!);
    const [{ person }] = await product.db.query('SELECT MIN(person_id) AS person FROM marks');
    subjects.person = person;
    sent = new SentStatements(product.app.get(DataSource, { strict: false }));
    // Plans follow from what the server believes of its tables: here it has read every page.
    const tables: { name: string }[] = await product.db.query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    );
    for (const { name: table } of tables) {
      await product.db.query(`ALTER TABLE ${table} STATS_AUTO_RECALC = 0, STATS_SAMPLE_PAGES = 65535`);
      await product.db.query(`ANALYZE TABLE ${table}`);
    }
  }, 120_000);
  afterAll(() => product?.stop());

  /** What is asked, statement by statement, and how it would be answered. */
  async function asked(request: string): Promise<{ sql: string; plan: PlanStep[] }[]> {
    const path = request.replace(/\{(\w+)\}/g, (_, subject: string) => String(subjects[subject]));
    const statements = await sent.during(async () => done(await product.call(path, { token })));
    return Promise.all(statements.map(async (one) => ({ sql: normalised(one), plan: await planOf(product.db, one) })));
  }

  it('is what was last agreed on, and is answered as it was then', async () => {
    const [{ engine }] = await product.db.query('SELECT VERSION() AS engine');
    const version = `${/mariadb/i.test(engine) ? 'MariaDB' : 'MySQL'} ${/^\d+\.\d+/.exec(engine)![0]}`;
    const file = new URL(`test/stories/report-queries/${version.split(' ')[0]!.toLowerCase()}.sql`, projectRoot());
    const parts = [`-- ${version}\n-- UPDATE_QUERIES=1 npm test -- --quick report-queries\n`];
    const written = new Set<string>();
    for (const request of requests) {
      parts.push(`\n-- GET ${request}\n`);
      for (const { sql, plan } of await asked(request)) {
        const part = `${sql};\n${plan.map(planText).join('\n')}`;
        parts.push(written.has(part) ? `-- as above: ${sql.replaceAll('\n', ' ').slice(0, 120)} …` : `${part}\n`);
        written.add(part);
      }
    }
    const text = parts.join('\n').replace(/\n{3,}/g, '\n\n');
    if (process.env.UPDATE_QUERIES) writeFileSync(file, text);
    const agreed = readFileSync(file, 'utf8');
    // Another version of the server may find its rows another way; what it is asked is the same.
    const isSameServer = agreed.startsWith(`-- ${version}\n`);
    const comparable = (all: string): string => (isSameServer ? all : all.replace(/^-- (?!GET).*\n/gm, ''));
    expect(comparable(text)).toBe(comparable(agreed));
  });

  it('reads nothing whole that grows with the years, but for what is known to', async () => {
    const whole = new Set<string>();
    for (const request of requests) {
      const steps = (await asked(request)).flatMap(({ plan }) => plan);
      for (const { table, access } of steps)
        if (growing.includes(table) && ['ALL', 'index'].includes(access)) whole.add(`${subjectOf(request)}: ${table}`);
    }
    expect([...whole].filter((one) => !readWhole.has(one))).toEqual([]);
  });
});

/** What is opened, listed or asked. */
function subjectOf(request: string): string {
  const { pathname, searchParams } = new URL(request, 'http://localhost');
  return [pathname, searchParams.get('measure') ?? searchParams.get('needs') ?? searchParams.get('basis') ?? ''].join(' ').trim();
}
