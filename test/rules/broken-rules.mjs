// Each rule of docs/counting-rules.md broken in the product's own code, one at a time: what is replaced by what.
/** @typedef {{ rule: string, story: string, patches: [file: string, from: string, to: string][] }} BrokenRule */

const folding = 'libs/attendance/folding';
const counting = 'libs/statistics/counting';
const positives = "['present', 'late', 'leftEarly']";

/** @type {BrokenRule[]} */
export const brokenRules = [
  { rule: '1', story: 'late does not count', patches: [['libs/contract/fold-marks.ts', positives, "['present', 'leftEarly']"]] },
  { rule: '1', story: 'left early does not count', patches: [['libs/contract/fold-marks.ts', positives, "['present', 'late']"]] },
  {
    rule: '1',
    story: 'leave counts',
    patches: [['libs/contract/fold-marks.ts', positives, "['present', 'late', 'leftEarly', 'onLeave']"]],
  },
  {
    rule: '1',
    story: 'absence counts',
    patches: [['libs/contract/fold-marks.ts', positives, "['present', 'late', 'leftEarly', 'absent']"]],
  },
  {
    rule: '1',
    story: 'held is what the timetable says',
    patches: [
      [
        `${counting}/session-facts.ts`,
        "const held = open && (valid.length > 0 || sumOf(places, 'verified') > 0);",
        'const held = open && leadClassId !== null;',
      ],
    ],
  },
  {
    rule: '1',
    story: 'what is void counts',
    patches: [['libs/schedule/class-state.policy.ts', "state !== 'void' && state !== 'cancelled'", "state !== 'cancelled'"]],
  },
  {
    rule: '1',
    story: 'a cancelled session counts',
    patches: [
      [`${folding}/waiting.policy.ts`, "if (session.state === 'cancelled') return 'sessionCancelled';", ''],
      [`${counting}/session-facts.ts`, "session.state === 'scheduled'", "session.state !== 'void'"],
    ],
  },
  {
    rule: '1',
    story: 'the first roll call alone decides',
    patches: [[`${folding}/session-attendance.ts`, 'if (known && (known.positive || !positive)) {', 'if (known) {']],
  },
  {
    rule: '2',
    story: 'a class of several days counts each of them',
    patches: [['libs/courses/counting-unit.policy.ts', 'kindFacts(kind).countingUnit', "(kindFacts(kind), 'session')"]],
  },
  {
    rule: '2',
    story: 'lessons of one village are one',
    patches: [['libs/courses/counting-unit.policy.ts', 'kindFacts(kind).countingUnit', "(kindFacts(kind), 'class')"]],
  },
  {
    rule: '2',
    story: 'home visits are counted by class',
    patches: [['libs/courses/counting-unit.policy.ts', "deliveryMode === 'homeVisit' ? 'session' : ", '']],
  },
  {
    rule: '3',
    story: 'who is named is declared as well',
    patches: [
      [`${counting}/declared.policy.ts`, 'Math.max(sumOf(one.places, which) - one.named, 0)', 'sumOf(one.places, which)'],
      [`${counting}/declared.policy.ts`, 'Math.max(room[which] - (one.namedAt.get(room.place) ?? 0), 0)', 'room[which]'],
    ],
  },
  {
    rule: '3',
    story: 'only who is named in the session is taken off, not in the class',
    patches: [[`${counting}/count-class.ts`, "if (unit === 'class') {", 'if (false) {']],
  },
  {
    rule: '3',
    story: 'the last session declares, not the largest',
    patches: [[`${counting}/declared.policy.ts`, 'unnamed(best, which) >= unnamed(one, which) ? best : one', 'false ? best : one']],
  },
  {
    rule: '3',
    story: 'heads count before they are verified',
    patches: [[`${counting}/head-counts.policy.ts`, 'aside: !one.verified', 'aside: false']],
  },
  {
    rule: '4',
    story: 'every mark is of the lead class',
    patches: [[`${folding}/attribution.policy.ts`, 'ids.length === 0 || ids.includes(leadClassId)', 'true || ids.includes(leadClassId)']],
  },
  {
    rule: '4',
    story: 'of several rosters the highest class wins',
    patches: [[`${folding}/attribution.policy.ts`, 'Math.min(...ids)', 'Math.max(...ids)']],
  },
  {
    rule: '6',
    story: 'heads at a viewing point are the host’s',
    patches: [[`${counting}/touched-units.ts`, 'session.viewingPoints.find((point) => point.id === place)?.forUnitId ?? ', '']],
  },
  {
    rule: '7',
    story: 'the last attendance dates a person-time',
    patches: [[`${counting}/person-times.ts`, 'if (!times.has(key))', 'if (true)']],
  },
  {
    rule: '8',
    story: 'the venue is always the host',
    patches: [[`${counting}/person-times.ts`, 'session.siteUnitId ?? owner.hostUnitId', 'owner.hostUnitId']],
  },
  {
    rule: '9',
    story: 'people are counted where they live now',
    patches: [
      [
        'libs/people/unit-on.policy.ts',
        '(units.findLast((entry) => entry.from <= date) ?? units[0])?.unitId ?? fallback',
        '(date, units.at(-1)?.unitId ?? fallback)',
      ],
    ],
  },
  {
    rule: '9',
    story: 'a post counts before it is held',
    patches: [['libs/people/audience.policy.ts', 'from <= date && (to === null', '(to === null']],
  },
  {
    rule: '9',
    story: 'members come before cadres',
    patches: [
      [
        'libs/people/audience.policy.ts',
        "if (holds(cadre)) return 'cadre';",
        "if (holds(cadre) && person.partyFrom === null) return 'cadre';",
      ],
    ],
  },
  {
    rule: '10',
    story: 'who is off a closed roster counts',
    patches: [[`${folding}/waiting.policy.ts`, "return 'offRoster';", 'return null;']],
  },
  {
    rule: '10',
    story: 'what comes after closing counts',
    patches: [[`${folding}/waiting.policy.ts`, "return 'classClosed';", 'return null;']],
  },
  {
    rule: '10',
    story: 'what was rejected counts',
    patches: [[`${folding}/waiting.policy.ts`, "return 'rejected';", 'return null;']],
  },
  {
    rule: '10',
    story: 'what waits hands on nothing',
    patches: [['libs/contract/live-set.ts', 'if (byId.get(id)!.aside) open.push(...targets.get(id)!);', '']],
  },
  {
    rule: '13',
    story: 'home visits are batches',
    patches: [[`${counting}/count-class.ts`, "const visits = owner.deliveryMode === 'homeVisit';", 'const visits = false;']],
  },
  {
    rule: '14',
    story: 'merged people are counted apart',
    patches: [[`${folding}/attended.repository.ts`, 'canonical.get(id) ?? id', 'canonical.has(id) ? id : id']],
  },
  {
    rule: '14',
    story: 'a mark replaces anybody’s',
    patches: [['libs/contract/fold-marks.ts', 'by.personId === other.personId || Boolean(by.walkIn || other.walkIn)', 'by !== other']],
  },
  {
    rule: '16',
    story: 'strangers of several roll calls are several',
    patches: [[`${folding}/session-attendance.ts`, 'const name = mark.walkIn ?? mark.id;', 'const name = mark.id;']],
  },
  {
    rule: 'why',
    story: 'heads of sessions that do not declare are said to be named',
    patches: [[`${counting}/left-out.ts`, "counted.declaring.has(session.id) ? 'headsNamed' : 'headsNotLargest'", "'headsNamed'"]],
  },
  {
    rule: 'why',
    story: 'whoever comes twice is not told of',
    patches: [[`${counting}/left-out.ts`, 'if (!dating.has(', 'if (false && !dating.has(']],
  },
  {
    rule: 'why',
    story: 'a person is left out once for each mark',
    patches: [[`${counting}/left-out.ts`, 'reasons.set(`${personId}/${reason}`,', 'reasons.set(String(reasons.size),']],
  },
  {
    rule: 'why',
    story: 'who is provisionally absent is simply absent',
    patches: [[`${counting}/left-out.ts`, 'if (!presence.positive && presence.disputed)', 'if (false)']],
  },
  {
    rule: 'why',
    story: 'walk-ins of a class that was called off are forgotten',
    patches: [[`${counting}/left-out.ts`, '[goneAs(owner), gone]', '']],
  },
  {
    rule: 'why',
    story: 'heads that wait at a cancelled session are forgotten',
    patches: [[`${counting}/left-out.ts`, "sum('unverified') + Math.max(sumOf(idlePlaces, 'all') - idle, 0)", "sum('unverified')"]],
  },
  {
    rule: 'fold',
    story: 'the greatest id settles a dispute, whatever its origin',
    patches: [['libs/contract/fold-marks.ts', 'origins.indexOf(b.origin) - origins.indexOf(a.origin) ||', '']],
  },
  {
    rule: 'fold',
    story: 'a ring replaces itself',
    patches: [
      ['libs/contract/live-set.ts', 'if (ring.get(id) !== ring.get(fact.id)) replaced.add(id);', 'if (ring.size > 0) replaced.add(id);'],
    ],
  },
];
