// Who was there, which class it is for, and what stays out: each rule broken, one at a time.
import { broken } from './broken.mjs';

const folding = 'libs/attendance/folding';
const attended = `${folding}/attended.repository.ts`;
const attribution = `${folding}/attribution.policy.ts`;
const fold = 'libs/contract/fold-marks.ts';
const foldHeads = 'libs/contract/fold-head-counts.ts';
const leading = 'libs/schedule/leading-class.policy.ts';
const liveSet = 'libs/contract/live-set.ts';
const people = 'libs/people/counting.repository.ts';
const sessionAttendance = `${folding}/session-attendance.ts`;
const sessionFacts = 'libs/statistics/counting/session-facts.ts';
const standing = 'libs/schedule/class-state.policy.ts';
const waiting = `${folding}/waiting.policy.ts`;

const positives = "['present', 'late', 'leftEarly']";
const roster = 'one.enrolled && one.stands';
const ownClass = 'ids.length === 0 || ids.includes(leadClassId)';
const scheduled = "session.state === 'scheduled'";
const positionsOf = 'SELECT person_id, kind, valid_from AS \\`from\\`, valid_to AS \\`to\\` FROM positions WHERE person_id IN ${these}';

export const brokenAttendance = [
  broken('1', 'late does not count', [fold, positives, "['present', 'leftEarly']"]),
  broken('1', 'left early does not count', [fold, positives, "['present', 'late']"]),
  broken('1', 'leave counts', [fold, positives, "['present', 'late', 'leftEarly', 'onLeave']"]),
  broken('1', 'absence counts', [fold, positives, "['present', 'late', 'leftEarly', 'absent']"]),
  broken('1', 'held is what the timetable says', [
    sessionFacts,
    "const held = open && (valid.length > 0 || sumOf(places, 'verified') > 0);",
    'const held = open && leadClassId !== null;',
  ]),
  broken('1', 'heads hold no session', [sessionFacts, "valid.length > 0 || sumOf(places, 'verified') > 0", 'valid.length > 0']),
  broken('1', 'heads that nobody verified hold a session', [sessionFacts, "sumOf(places, 'verified') > 0", "sumOf(places, 'all') > 0"]),
  broken('1', 'what the clock has not reached is not held', [sessionFacts, scheduled, `${scheduled} && session.date < '2021-07-01'`]),
  broken('1', 'what is void counts', [standing, "state !== 'void' && state !== 'cancelled'", "state !== 'cancelled'"]),
  broken('1', 'what was cancelled counts', [standing, "state !== 'void' && state !== 'cancelled'", "state !== 'void'"]),
  broken(
    '1',
    'a cancelled session counts',
    [waiting, "if (session.state === 'cancelled') return 'sessionCancelled';", ''],
    [sessionFacts, scheduled, "session.state !== 'void'"],
  ),
  broken(
    '1',
    'a void session counts',
    [waiting, "if (session.state === 'void') return 'sessionVoid';", ''],
    [sessionFacts, scheduled, "session.state !== 'cancelled'"],
  ),
  broken('1', 'the first roll call alone decides', [sessionAttendance, 'if (known && (known.positive || !positive)) {', 'if (known) {']),
  broken('1', 'the last roll call decides', [sessionAttendance, 'known && (known.positive || !positive)', 'known && !positive']),
  broken('1', 'a sign-out turns whatever was said into left early', [
    sessionAttendance,
    "known.status === 'present' && one.status === 'leftEarly'",
    "one.status === 'leftEarly'",
  ]),
  broken('1', 'a sign-out says nothing', [sessionAttendance, "known.status === 'present' && one.status === 'leftEarly'", 'false']),
  broken('作废或取消班次的登记', 'whoever marks for a void class holds the session', [
    sessionFacts,
    'counts(presence, world)',
    'presence.positive',
  ]),

  broken('4', 'every mark is of the lead class', [attribution, ownClass, 'true || ids.includes(leadClassId)']),
  broken('4', 'of several rosters the highest class wins', [attribution, 'Math.min(...ids)', 'Math.max(...ids)']),
  broken('4', 'who is on no roster is of the lowest class', [
    attribution,
    ownClass,
    'ids.length === 0 || (ids.includes(leadClassId) && classes.some((one) => one.enrolled))',
  ]),
  broken('4', 'each class that a session serves has held it', [
    'libs/statistics/counting/count-class.ts',
    'mine.filter((one) => one.leadClassId === classId)',
    'mine',
  ]),
  broken('牵头班次已作废', 'nobody takes the place of a lead class that is gone', [
    leading,
    'standing.length === 0 ? null : Math.min(...standing)',
    'null',
  ]),
  broken('牵头班次已作废', 'the highest class takes its place', [leading, 'Math.min(...standing)', 'Math.max(...standing)']),
  broken('一人在几个班', 'a class that is gone keeps the marks of those who have another', [attribution, roster, 'one.enrolled']),

  broken('5', 'a run is where it ends', [attended, 'SELECT MIN(position)', 'SELECT MAX(position)']),
  broken('5', 'its stops are no place', [attended, 'COALESCE(site.unit_id, first_stop.unit_id)', 'site.unit_id']),
  broken('5', 'heads counted at every stop are added up', [
    foldHeads,
    'count: strongest.count',
    'count: whole.reduce((sum, one) => sum + one.count, 0)',
  ]),
  broken('6', 'who signs in at a viewing point sits in the main room', [sessionAttendance, 'place: mark.place', 'place: 0']),

  broken('10', 'who is off a closed roster counts', [waiting, "return 'offRoster';", 'return null;']),
  broken('10', 'who is on no open roster waits', [waiting, "owner.rosterKind === 'closed' && ", '']),
  broken('10', 'what comes after closing counts', [waiting, "return 'classClosed';", 'return null;']),
  broken('10', 'what was rejected counts', [waiting, "return 'rejected';", 'return null;']),
  broken('10', 'what was admitted goes on waiting', [waiting, 'mark.decision !== null', "mark.decision === 'match'"]),
  broken('10', 'a mark that comes late does not count', [
    waiting,
    "if (mark.decision === 'reject') return 'rejected';",
    "if (mark.decision === 'reject' || mark.receivedAt > Date.parse(session.date) + 4 * 86_400_000) return 'rejected';",
  ]),
  broken('10', 'heads that come late do not count', [
    'libs/statistics/counting/head-counts.policy.ts',
    'aside: !one.verified',
    'aside: !one.verified || one.late',
  ]),
  broken('等待中或已驳回', 'what waits hands on nothing', [liveSet, 'if (byId.get(id)!.aside) open.push(...(targets.get(id) ?? []));', '']),

  broken('14', 'merged people are counted apart', [attended, 'canonical.get(id) ?? id', 'canonical.has(id) ? id : id']),
  broken('14', 'of people who were merged twice the second time is forgotten', [people, '&& depth < 100', '&& depth < 1']),
  broken('14', 'who was merged is on no roster', [attended, 'roster.add(canonicalOf(person_id))', 'roster.add(person_id)']),
  broken('合并后只用合并者', 'who was merged brings along the posts', [
    people,
    positionsOf,
    'SELECT * FROM (SELECT COALESCE((SELECT a.canonical_id FROM person_aliases a WHERE a.person_id = p.person_id), p.person_id) AS person_id, p.kind, p.valid_from AS \\`from\\`, p.valid_to AS \\`to\\` FROM positions p) held WHERE person_id IN ${these}',
  ]),
  broken('登记只取代同一人', 'a mark replaces anybody’s', [
    fold,
    'by.personId === other.personId || Boolean(by.walkIn || other.walkIn)',
    'by !== other',
  ]),

  broken('16', 'strangers of several roll calls are several', [
    sessionAttendance,
    'const name = mark.walkIn ?? mark.id;',
    'const name = mark.id;',
  ]),
  broken('16', 'a stranger holds a session', [
    sessionFacts,
    'valid.length > 0 ||',
    'valid.length > 0 || attendance.unidentified.size > 0 ||',
  ]),
  broken('16', 'strangers are taken off the heads', [
    'libs/statistics/counting/count-class.ts',
    'named: named.size',
    'named: named.size + [...one.attendance.unidentified.values()].reduce((sum, people) => sum + people, 0)',
  ]),
  broken('16', 'strangers who were absent are strangers too', [
    sessionAttendance,
    'if (positive) strangers.push(mark);',
    'strangers.push(mark);',
  ]),
  broken('16', 'who was matched stays a stranger', [
    'libs/attendance/mark.repository.ts',
    'COALESCE(d.person_id, m.person_id)',
    'm.person_id',
  ]),
  broken('姓名、村、手机尾号', 'of several roll calls the emptiest counts the strangers', [
    sessionAttendance,
    'b.length - a.length ||',
    'a.length - b.length ||',
  ]),

  broken('在效的登记说法不同', 'the greatest id settles a dispute, whatever its origin', [
    fold,
    'origins.indexOf(b.origin) - origins.indexOf(a.origin) ||',
    '',
  ]),
  broken('在效的登记说法不同', 'the least id settles it', [fold, 'a.id < b.id ? 1 : -1);', 'a.id < b.id ? -1 : 1);']),
  broken('同一收看点有整数', 'what was added is added to the whole', [
    foldHeads,
    'if (strongest) {',
    'if (strongest && whole.length === live.length) {',
  ]),
  broken('相互取代成环', 'a ring of marks replaces itself', [
    liveSet,
    'if (ring.get(id) !== ring.get(fact.id)) replaced.add(id);',
    "if (ring.get(id) !== ring.get(fact.id) || 'slot' in fact) replaced.add(id);",
  ]),
];
