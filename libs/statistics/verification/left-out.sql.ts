import { attended, audienceOn, judged, nameless, setting, unitOn } from './attendance.sql.js';
import { roomsOfSessions } from './heads.sql.js';

const gone = "CASE k.state WHEN 'void' THEN 'classVoid' ELSE 'classCancelled' END";

/** People of a class who were not there, provisionally so while phones differ, or whose class does not stand. */
const absent = [
  ...attended,
  `person_out AS (
  SELECT h.session_id, h.class_id, h.person_id,
    CASE WHEN h.positive THEN ${gone} WHEN h.disputed THEN 'disputed' WHEN h.status = 'onLeave' THEN 'onLeave' ELSE 'absent' END AS reason
  FROM half_day h JOIN class_of k ON k.id = h.class_id WHERE h.place = 1 AND NOT (h.positive AND k.stands)
)`,
];

/** People whose marks wait, or were rejected: each once a reason, whatever else is known of them. */
const waiting = [
  ...judged,
  `person_out AS (
  SELECT DISTINCT session_id, class_id, person_id, waits_for AS reason FROM judged WHERE waits_for IS NOT NULL AND person_id IS NOT NULL
)`,
];

/** Walk-ins that wait, each name once. */
const waitingStrangers = [
  ...judged,
  `heads_out AS (
  SELECT session_id, class_id, waits_for AS reason, COUNT(DISTINCT walk_in) AS facts FROM judged
  WHERE waits_for IS NOT NULL AND person_id IS NULL AND status IN ('present', 'late', 'leftEarly') GROUP BY session_id, class_id, waits_for
)`,
];

/** Rule 4: the class that answers for a session's heads and walk-ins, though none of its classes may stand. */
const answering = `answering AS (
  SELECT s.id AS session_id, s.state, s.date, s.part,
    COALESCE(MAX(CASE WHEN k.stands AND k.id = s.lead_class_id THEN k.id END), MIN(CASE WHEN k.stands THEN k.id END), s.lead_class_id) AS class_id
  FROM sitting s JOIN session_classes sc ON sc.session_id = s.id JOIN class_of k ON k.id = sc.class_id GROUP BY s.id, s.state, s.date, s.part, s.lead_class_id
)`;

/** Walk-ins of a class that does not stand, as many as rule 16 would make of them. */
const goneStrangers = [
  ...nameless,
  answering,
  `heads_out AS (
  SELECT n.session_id, a.class_id, ${gone} AS reason, n.people AS facts
  FROM nameless n JOIN answering a ON a.session_id = n.session_id JOIN class_of k ON k.id = a.class_id WHERE NOT k.stands
)`,
];

/**
 * Heads that nothing declares. Of a class that is counted as one, the session that declares is the one with declared heads; where
 * none has any, the first. Heads of a session that is not to be, or of no class that stands, are left out whole.
 */
const heads = [
  ...setting,
  ...roomsOfSessions,
  answering,
  `headed AS (
  SELECT a.session_id, a.class_id, a.state = 'scheduled' AND k.stands AS counts, a.date, a.part, k.per_session,
    CASE WHEN a.state <> 'scheduled' THEN 'headsNotHeld' ELSE ${gone} END AS idle, SUM(r.sure) AS sure, SUM(r.hoped) AS hoped
  FROM answering a JOIN class_of k ON k.id = a.class_id JOIN room r ON r.session_id = a.session_id
  GROUP BY a.session_id, a.class_id, a.state, a.date, a.part, k.state, k.stands, k.per_session
),
declaring AS (
  SELECT h.*, COALESCE(d.declared, 0) AS declared, COALESCE(d.unverified, 0) AS unverified,
    ROW_NUMBER() OVER (PARTITION BY h.class_id, h.counts ORDER BY COALESCE(d.declared, 0) DESC, h.date, h.part, h.session_id) AS place
  FROM headed h LEFT JOIN (
    SELECT class_id, session_id, SUM(declared) AS declared, SUM(unverified) AS unverified FROM declarations GROUP BY class_id, session_id
  ) d ON d.class_id = h.class_id AND d.session_id = h.session_id
),
heads_out AS (
  SELECT session_id, class_id,
    CASE WHEN w.waiting THEN 'headsUnverified' WHEN NOT counts THEN idle WHEN per_session OR place = 1 THEN 'headsNamed' ELSE 'headsNotLargest' END AS reason,
    CASE WHEN NOT w.waiting THEN sure - declared WHEN counts THEN unverified ELSE GREATEST(hoped - sure, 0) END AS facts
  FROM declaring CROSS JOIN (SELECT 0 AS waiting UNION ALL SELECT 1) w
)`,
];

/** One row for each left-out fact or sum of facts, with the units that it would have counted for. */
const rows = (ctes: readonly string[], out: string, [audience, unit, facts]: [string, string, string]): string =>
  `SELECT * FROM (WITH RECURSIVE ${ctes.join(',\n')}
  SELECT k.id AS class_id, s.id AS session_id, o.reason, ${audience} AS audience, ${unit} AS trainee_unit_id, k.host_unit_id,
    COALESCE(s.place_unit_id, k.host_unit_id) AS venue_unit_id, k.kind, s.month, ${facts} AS facts
  FROM ${out} o JOIN sitting s ON s.id = o.session_id JOIN class_of k ON k.id = o.class_id) one`;

const people = (ctes: readonly string[]): string =>
  rows(
    [
      ...ctes,
      'dated_out AS (SELECT o.*, s.date, p.party_from, p.party_until, p.unit_id FROM person_out o JOIN sessions s ON s.id = o.session_id JOIN people p ON p.id = o.person_id)',
    ],
    'dated_out',
    [audienceOn('o', 'o'), unitOn('o', 'o'), '1'],
  );

const unnamed = (ctes: readonly string[]): string =>
  rows(ctes, 'heads_out', ["'*'", 'COALESCE(s.for_unit_id, k.village_id, k.host_unit_id)', 'o.facts']);

const place = 'class_id, session_id, reason, audience, trainee_unit_id, host_unit_id, venue_unit_id, kind, month';
export const leftOutColumns = `${place}, facts`;

/**
 * The other half of every number's "why": what was left out, by reason. Builds on attendances and declared heads, compared
 * before. Each part has its expressions for itself: MariaDB plans them together at a cost that doubles with each more.
 */
export const leftOut = `SELECT ${place}, SUM(facts) AS facts FROM (
  ${[people(absent), people(waiting), unnamed(heads), unnamed(waitingStrangers), unnamed(goneStrangers)].join('\n  UNION ALL ')}
) every_one WHERE facts > 0 GROUP BY ${place}`;
