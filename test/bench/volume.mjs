// A county's decade of training, in any size: what an organiser's years would have left in the tables, written straight into them.
//   Everything follows from the size alone, so that two sets of one size are alike. Nothing here counts: the product does, afterwards.
import { inBatches, insert, next } from './sql.mjs';

/** @typedef {import('mysql2/promise').Connection} Connection */
/** @typedef {{ kind: string, share: number, roster: number, sessions: number, attend: number }} Shape */

const years = Array.from({ length: 10 }, (_, i) => 2012 + i);
/** Of all marks, what share is of which kind; people on a roster, sessions of a class, and how many of the roster come. */
/** @type {Shape[]} */
const shapes = [
  { kind: 'thematic', share: 0.3, roster: 50, sessions: 4, attend: 1 },
  { kind: 'practical', share: 0.15, roster: 40, sessions: 2, attend: 1 },
  { kind: 'online', share: 0.15, roster: 100, sessions: 2, attend: 1 },
];
const lessonsShare = 0.4;
/** Named people of a lesson, and on the list of a village from whom they come. */
const [namedAtLesson, listed] = [20, 160];
/** Days of the year on which courses begin: winter and the weeks before the harvest more than the harvest. */
const months = [1, 1, 1, 2, 3, 3, 3, 4, 5, 6, 6, 7, 8, 8, 9, 10, 11, 11, 11, 12, 12, 12];
const batch = 500;

/** Numbers that look drawn and are the same every time. @param {number} seed @returns {(below: number) => number} */
export function dice(seed) {
  let state = seed >>> 0 || 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0');

/**
 * @param {Connection} db @param {number} marks about how many in all
 * @param {(line: string) => void} say
 */
export async function plantVolume(db, marks, say) {
  const draw = dice(marks);
  const [[county]] = /** @type {any} */ (await db.query("SELECT id FROM units WHERE level = 'county' LIMIT 1"));
  const [villages] = /** @type {any} */ (await db.query("SELECT id, parent_id AS town FROM units WHERE level = 'village' ORDER BY id"));
  await db.query('SET SESSION foreign_key_checks = 0');
  const sites = await plantSites(db, villages, draw);
  const people = await plantPeople(db, villages, Math.max(Math.round(marks / 25), 2_000), draw);
  say(`${people.length} people`);
  const classes = [...closedClasses(marks, county.id, sites, people, draw), ...villageClasses(marks, county.id, villages, people, draw)];
  const { sessions } = await plantClasses(db, classes, draw);
  say(`${classes.length} classes, ${sessions} sessions`);
  await plantMarks(db, say);
  await db.query('SET SESSION foreign_key_checks = 1');
}

/** @param {Connection} db @param {{ id: number }[]} villages @param {(below: number) => number} draw */
async function plantSites(db, villages, draw) {
  const rows = Array.from({ length: 40 }, (_, i) => ({ code: `V${i}`, name: `教学点${i}`, unit_id: villages[draw(villages.length)].id }));
  await insert(db, 'teaching_sites', rows);
  const [sites] = /** @type {any} */ (await db.query("SELECT id FROM teaching_sites WHERE code LIKE 'V%' ORDER BY id"));
  return /** @type {{ id: number }[]} */ (sites);
}

/**
 * People by village. A twentieth has moved once, a twelfth holds or held posts, an eighth is of the Party; one in 200 is a second record.
 * @param {Connection} db @param {{ id: number }[]} villages @param {number} many @param {(below: number) => number} draw
 */
async function plantPeople(db, villages, many, draw) {
  const first = await next(db, 'people');
  const people = Array.from({ length: many }, (_, i) => ({ id: first + i, village: draw(villages.length) }));
  const posts = ['villageSecretary', 'villageCommitteeMember', 'backbone', 'agriTechnician', 'prosperityLeader'];
  await inBatches(people, 2_000, async (some) => {
    const from = '2000-01-01';
    await insert(
      db,
      'people',
      some.map(({ id, village }) => ({
        id,
        name: `学员${id}`,
        gender: draw(2) === 0 ? 'female' : 'male',
        born: `${1945 + draw(55)}-0${1 + draw(9)}-1${draw(9)}`,
        education: ['primary', 'juniorHigh', 'seniorHigh', 'college'][draw(4)],
        party_from: draw(8) === 0 ? `${1990 + draw(28)}-07-01` : null,
        unit_id: villages[village].id,
      })),
    );
    await insert(
      db,
      'person_units',
      some.flatMap(({ id, village }) =>
        draw(20) === 0
          ? [
              { person_id: id, valid_from: from, unit_id: villages[draw(villages.length)].id },
              { person_id: id, valid_from: `${2013 + draw(8)}-0${1 + draw(9)}-01`, unit_id: villages[village].id },
            ]
          : [{ person_id: id, valid_from: from, unit_id: villages[village].id }],
      ),
    );
    await insert(
      db,
      'positions',
      some
        .filter(() => draw(12) === 0)
        .flatMap(({ id, village }) =>
          Array.from({ length: 1 + draw(2) }, (_, i) => ({
            person_id: id,
            kind: posts[(id + i) % posts.length],
            unit_id: villages[village].id,
            valid_from: `${2008 + draw(10)}-01-01`,
            valid_to: draw(3) === 0 ? `${2018 + draw(4)}-12-31` : null,
          })),
        ),
    );
    const twins = some.filter(({ id }) => id % 200 === 0 && id + 1 < first + many);
    await insert(
      db,
      'person_aliases',
      twins.map(({ id }) => ({ person_id: id, canonical_id: id + 1 })),
    );
  });
  return people;
}

/** @typedef {{ kind: string, year: number, host: number, village: number | null, site: number | null, state: string, roster: string, people: number[], dates: string[] }} Planned */

/** Batches with a closed roster: most of those called up are called up again and again. @param {number} marks @param {number} host @param {{ id: number }[]} sites @param {{ id: number }[]} people @param {(below: number) => number} draw @returns {Planned[]} */
function closedClasses(marks, host, sites, people, draw) {
  const regulars = Math.ceil(people.length / 5);
  return years.flatMap((year) =>
    shapes.flatMap(({ kind, share, roster, sessions }) =>
      Array.from({ length: Math.max(Math.round((marks * share) / years.length / (roster * sessions)), 1) }, () => {
        const chosen = new Set();
        while (chosen.size < roster) chosen.add(people[draw(draw(10) < 7 ? regulars : people.length)].id);
        const [month, day] = [months[draw(months.length)], 1 + draw(24)];
        const dates = Array.from({ length: sessions }, (_, i) => `${year}-${two(month)}-${two(day + (i >> 1))}`);
        const site = kind === 'online' ? null : sites[draw(sites.length)].id;
        const state = draw(100) === 0 ? 'void' : 'closed';
        return { kind, year, host, village: null, site, state, roster: 'closed', people: [...chosen], dates };
      }),
    ),
  );
}

/** The lessons of each village and year. @param {number} marks @param {number} host @param {{ id: number }[]} villages @param {{ id: number, village: number }[]} people @param {(below: number) => number} draw @returns {Planned[]} */
function villageClasses(marks, host, villages, people, draw) {
  const lessons = Math.max(Math.round((marks * lessonsShare) / namedAtLesson / years.length / villages.length), 1);
  /** @type {number[][]} */
  const homes = villages.map(() => []);
  for (const { id, village } of people) homes[village].push(id);
  return years.flatMap((year) =>
    villages.map((village, v) => {
      const here = homes[v];
      const chosen = new Set(Array.from({ length: listed }, () => here[draw(here.length)]));
      const dates = Array.from({ length: lessons }, () => `${year}-${two(months[draw(months.length)])}-${two(1 + draw(28))}`);
      return {
        kind: 'demonstration',
        year,
        host,
        village: village.id,
        site: null,
        state: 'closed',
        roster: 'open',
        people: [...chosen],
        dates,
      };
    }),
  );
}

/** One thematic class in 25 sits with the one before it. @param {Connection} db @param {Planned[]} classes @param {(below: number) => number} draw */
async function plantClasses(db, classes, draw) {
  let [classId, sessionId] = [await next(db, 'classes'), await next(db, 'sessions')];
  const firstSession = sessionId;
  /** @type {{ year: number, kind: string, sessions: number[], dates: string[] } | undefined} */
  let before;
  await inBatches(classes, batch, async (some) => {
    /** @type {any[][]} */
    const [made, hosts, sessions, ties, enrolled] = [[], [], [], [], []];
    for (const one of some) {
      const id = classId++;
      const joins = before?.kind === 'thematic' && one.kind === 'thematic' && before.year === one.year && draw(25) === 0;
      const dates = joins && before ? before.dates : one.dates;
      const [starts, ends] = [[...dates].sort()[0], [...dates].sort().at(-1)];
      made.push({
        id,
        name: `${one.year}年班次${id}`,
        kind: one.kind,
        delivery_mode: one.kind === 'online' ? 'live' : 'inPerson',
        roster: one.roster,
        state: one.state,
        starts_on: starts,
        ends_on: ends,
        host_unit_id: one.host,
        village_id: one.village,
        closed_at: `${one.year + 1}-03-01 00:00:00`,
      });
      hosts.push({ class_id: id, role: 'host', position: 1, unit_id: one.host });
      if (joins && before) for (const session of before.sessions) ties.push({ session_id: session, class_id: id });
      /** @type {number[]} */
      const own = [];
      if (!joins)
        for (const [i, date] of one.dates.entries()) {
          own.push(sessionId);
          sessions.push({ id: sessionId, lead_class_id: id, topic: '课', date, day_part: i % 2 === 0 ? 'am' : 'pm', site_id: one.site });
          ties.push({ session_id: sessionId++, class_id: id });
        }
      before = joins ? undefined : { year: one.year, kind: one.kind, sessions: own, dates };
      for (const person of one.people) enrolled.push({ class_id: id, person_id: person, enrolled_on: starts });
    }
    await insert(db, 'classes', made);
    await insert(db, 'class_units', hosts);
    await insert(db, 'sessions', sessions);
    await insert(db, 'session_classes', ties);
    await insert(db, 'enrollments', enrolled);
  });
  return { sessions: sessionId - firstSession };
}

/** What the roll calls said, three in a hundred corrected later, and the heads of every lesson. @param {Connection} db @param {(line: string) => void} say */
async function plantMarks(db, say) {
  const [[{ last }]] = /** @type {any} */ (await db.query('SELECT MAX(id) AS last FROM classes'));
  /** Sixteen bytes that look drawn: MySQL 9.7 knows MD5 no more. @param {string} text */
  const digest = (text) => `UNHEX(LEFT(SHA2(CONCAT(${text}), 256), 32))`;
  const drawn = "CRC32(CONCAT(s.id, '/', e.person_id))";
  const columns = 'session_id, id, slot, person_id, status, method, origin, device_at, received_at, body_hash';
  const received = 'TIMESTAMPADD(MINUTE, 600, s.date)';
  for (let from = 1; from <= last; from += batch) {
    const marked = `FROM session_classes sc JOIN sessions s ON s.id = sc.session_id JOIN classes c ON c.id = sc.class_id JOIN enrollments e ON e.class_id = c.id
      WHERE sc.class_id BETWEEN ${from} AND ${from + batch - 1} AND (c.roster = 'closed' OR MOD(${drawn}, ${listed}) < ${namedAtLesson})`;
    // Who is on the rosters of two classes that sit together is marked once.
    await db.query(
      `INSERT IGNORE INTO marks (${columns}) SELECT s.id, ${digest("'m', s.id, '/', e.person_id")}, 1, e.person_id,
         ELT(1 + (MOD(${drawn} DIV 1000, 100) >= 90) + (MOD(${drawn} DIV 1000, 100) >= 93) + (MOD(${drawn} DIV 1000, 100) >= 95) + (MOD(${drawn} DIV 1000, 100) >= 97),
           'present', 'late', 'leftEarly', 'onLeave', 'absent'), 'roll', 'field', ${received}, ${received}, ${digest("'h', s.id, '/', e.person_id")} ${marked}
       ORDER BY s.id`,
    );
    await db.query(
      `INSERT IGNORE INTO marks (${columns}) SELECT m.session_id, ${digest("'c', HEX(m.id)")}, 1, m.person_id, 'present', 'roll', 'field', m.device_at, m.received_at, m.body_hash
       FROM session_classes sc JOIN marks m ON m.session_id = sc.session_id
       WHERE sc.class_id BETWEEN ${from} AND ${from + batch - 1} AND MOD(CRC32(m.id), 100) < 3`,
    );
    await db.query(
      `INSERT IGNORE INTO mark_replacements (session_id, replaced_id, mark_id) SELECT m.session_id, m.id, ${digest("'c', HEX(m.id)")}
       FROM session_classes sc JOIN marks m ON m.session_id = sc.session_id JOIN marks n ON n.id = ${digest("'c', HEX(m.id)")}
       WHERE sc.class_id BETWEEN ${from} AND ${from + batch - 1}`,
    );
    await db.query(
      `INSERT INTO head_counts (session_id, id, mode, heads, method, counted_by, origin, device_at, received_at, verified_at, body_hash)
       SELECT s.id, ${digest("'n', s.id")}, 'replace', 20 + MOD(CRC32(s.id), 60), 'counted', '村文书', 'field', ${received}, ${received}, ${received}, ${digest("'b', s.id")}
       FROM sessions s JOIN classes c ON c.id = s.lead_class_id WHERE c.kind = 'demonstration' AND c.id BETWEEN ${from} AND ${from + batch - 1}`,
    );
    if (((from - 1) / batch) % 20 === 0) say(`marks of ${Math.min(from + batch - 1, last)} of ${last} classes`);
  }
}
