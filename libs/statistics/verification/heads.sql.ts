import { byOrigin, liveSet } from './attendance.sql.js';

/** Counts replace each other inside their room. `takesPart` is said of a row. */
const alive = (name: string, takesPart: (row: string) => string): string[] => [
  `${name}_fact AS (SELECT h.*, COALESCE(h.viewing_point_id, 0) AS room FROM head_counts h WHERE ${takesPart('h')})`,
  ...liveSet(
    name,
    `${name}_fact`,
    `SELECT r.session_id, r.head_count_id AS id, r.replaced_id, ${takesPart('x')} AS by_live, ${takesPart('y')} AS of_live FROM head_count_replacements r
     JOIN head_counts x ON x.session_id = r.session_id AND x.id = r.head_count_id
     JOIN head_counts y ON y.session_id = r.session_id AND y.id = r.replaced_id AND COALESCE(y.viewing_point_id, 0) = COALESCE(x.viewing_point_id, 0)
     WHERE x.id <> y.id`,
  ),
];

/** Heads of each room: what is in force (`sure`), and what would be if every waiting count were verified (`hoped`). */
const rooms = `both_alive AS (
  SELECT 'sure' AS which, session_id, id, room, mode, heads, origin FROM sure_alive
  UNION ALL SELECT 'hoped', session_id, id, room, mode, heads, origin FROM hoped_alive
),
room_place AS (
  SELECT a.*, ROW_NUMBER() OVER (PARTITION BY which, session_id, room, mode ORDER BY ${byOrigin}, id DESC) AS place FROM both_alive a
),
room_of AS (
  SELECT which, session_id, room,
    COALESCE(MAX(CASE WHEN mode = 'replace' AND place = 1 THEN heads END), SUM(CASE WHEN mode = 'add' THEN heads END), 0) AS heads
  FROM room_place GROUP BY which, session_id, room
),
room AS (
  SELECT session_id, room, CAST(MAX(CASE WHEN which = 'sure' THEN heads ELSE 0 END) AS SIGNED) AS sure,
    CAST(MAX(CASE WHEN which = 'hoped' THEN heads ELSE 0 END) AS SIGNED) AS hoped
  FROM room_of GROUP BY session_id, room
)`;

/** Rule 4: the class that a session's heads belong to. */
const leads = `lead_of AS (
  SELECT s.id AS session_id, s.date, s.month, s.part, s.place_unit_id, s.for_unit_id,
    COALESCE(MAX(CASE WHEN k.id = s.lead_class_id THEN k.id END), MIN(k.id)) AS class_id
  FROM sitting s JOIN session_classes sc ON sc.session_id = s.id JOIN class_of k ON k.id = sc.class_id AND k.stands
  WHERE s.state = 'scheduled' GROUP BY s.id, s.date, s.month, s.part, s.place_unit_id, s.for_unit_id
)`;

/** Rule 3: what each led session would declare, and which of them does. */
const chosen = `headed AS (
  SELECT l.session_id, l.class_id, l.date, l.part, SUM(r.sure) AS sure, SUM(r.hoped) AS hoped
  FROM lead_of l JOIN room r ON r.session_id = l.session_id GROUP BY l.session_id, l.class_id, l.date, l.part
),
against AS (
  SELECT session_id, person_id FROM attendances
  UNION
  SELECT l.session_id, v.person_id FROM lead_of l JOIN class_of k ON k.id = l.class_id AND NOT k.per_session
    JOIN session_classes sc ON sc.session_id = l.session_id JOIN attendances v ON v.class_id = sc.class_id
),
named AS (SELECT session_id, COUNT(*) AS people FROM against GROUP BY session_id),
gap AS (
  SELECT h.session_id, h.class_id, h.date, h.part, GREATEST(h.sure - COALESCE(n.people, 0), 0) AS sure, GREATEST(h.hoped - COALESCE(n.people, 0), 0) AS hoped
  FROM headed h LEFT JOIN named n ON n.session_id = h.session_id
),
ranked AS (
  SELECT g.*, k.per_session,
    ROW_NUMBER() OVER (PARTITION BY g.class_id ORDER BY g.sure DESC, g.date, g.part, g.session_id) AS sure_place,
    ROW_NUMBER() OVER (PARTITION BY g.class_id ORDER BY g.hoped DESC, g.date, g.part, g.session_id) AS hoped_place
  FROM gap g JOIN class_of k ON k.id = g.class_id
),
declaring AS (
  SELECT class_id, session_id, CASE WHEN per_session OR sure_place = 1 THEN sure ELSE 0 END AS declared,
    CASE WHEN per_session OR hoped_place = 1 THEN hoped ELSE 0 END AS hoped,
    CASE WHEN per_session THEN hoped - sure WHEN hoped_place = 1 THEN hoped - MAX(sure) OVER (PARTITION BY class_id) ELSE 0 END AS gain
  FROM ranked
)`;

/** Fills the rooms of a session up to their gap, from the last to the main one. */
const fill = (total: string, gap: string): string =>
  `GREATEST(LEAST(${gap}, ${total} - COALESCE(SUM(${gap}) OVER (
    PARTITION BY session_id ORDER BY room DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)), 0)`;

/** Rows of rooms with the class they belong to and the units that they are for. */
const placed = (rows: string, columns: string): string =>
  `SELECT l.class_id, w.session_id, w.room, k.kind, l.date, l.month, ${columns},
    COALESCE(p.for_unit_id, l.for_unit_id, k.village_id, k.host_unit_id) AS trainee_unit_id, k.host_unit_id,
    COALESCE(l.place_unit_id, k.host_unit_id) AS venue_unit_id
  FROM ${rows} w JOIN lead_of l ON l.session_id = w.session_id JOIN class_of k ON k.id = l.class_id
    LEFT JOIN viewing_points p ON p.id = w.room AND p.session_id = w.session_id`;

/** Rule 6 and the sentence on rooms: the heads room by room. */
const declared = `room_gap AS (
  SELECT d.*, r.room, GREATEST(r.sure - COALESCE(v.people, 0), 0) AS sure_gap, GREATEST(r.hoped - COALESCE(v.people, 0), 0) AS hoped_gap
  FROM declaring d JOIN room r ON r.session_id = d.session_id
    LEFT JOIN (SELECT session_id, viewing_point_id AS room, COUNT(*) AS people FROM attendances GROUP BY session_id, viewing_point_id) v ON v.session_id = r.session_id AND v.room = r.room
),
room_filled AS (
  SELECT g.*, ${fill('declared', 'sure_gap')} AS room_declared, ${fill('hoped', 'hoped_gap')} AS room_hoped FROM room_gap g
),
room_rising AS (
  SELECT f.*, GREATEST(room_hoped - room_declared, 0) AS rise FROM room_filled f
),
room_row AS (
  SELECT class_id, session_id, room, room_declared AS declared, ${fill('GREATEST(gain, 0)', 'rise')} AS unverified FROM room_rising
),
declared AS (${placed('room_row', 'w.declared, w.unverified')} WHERE w.declared + w.unverified > 0)`;

/** Rule 16: whom nobody has identified, room by room. */
const unidentified = `unidentified AS (${placed('nameless', 'w.people AS unidentified')})`;

/** How many heads each room holds (`room`). */
export const roomsOfSessions = [...alive('sure', (row) => `${row}.verified_at IS NOT NULL`), ...alive('hoped', () => 'TRUE'), rooms];

/** Which rooms hold heads, and whose they are. Builds on the setting and on the attendances. */
export const heads = [...roomsOfSessions, leads];

/** And what of them is declared. */
export const declarations = [...heads, chosen, declared];

/** Walk-ins as they are placed. Builds on who is nameless. */
export const walkIns = [leads, unidentified];
