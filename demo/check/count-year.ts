import type { AfterImport } from '../year.js';
import type { ReadMark, ReadPerson, ReadSession, ReadYear } from './read-year.js';

/**
 * Counts the rows by the published rules with plain maps, and shares no code with the product or the generator.
 * Each rule can be broken on purpose, to see that the year would notice.
 */
export interface BrokenRules {
  /** Statuses that count; 到, 迟到 and 早退 by the rules. */
  positives?: string[];
  /** Marks that a counter would drop. */
  leaveOut?: (mark: ReadMark, session: ReadSession) => boolean;
  lateHeadsLost?: boolean;
  voidClassesCount?: boolean;
  cancelledSessionsCount?: boolean;
  rostersIgnored?: boolean;
  mergesIgnored?: boolean;
  sameNameIsSamePerson?: boolean;
  unitIsAlwaysSession?: boolean;
  unitIsAlwaysClass?: boolean;
  audienceOn?: string;
  visitsAreBatches?: boolean;
  jointServesLeadOnly?: boolean;
  jointCountsOnEveryRoster?: boolean;
  belowZeroCounts?: boolean;
  headsAreNotReducedByNames?: boolean;
  declaredOfAllKindsIsDemonstration?: boolean;
  pastUnitsForgotten?: boolean;
  heldByTimetable?: boolean;
  firstCallOnly?: boolean;
}

export interface YearCount {
  batches: number;
  sessionsHeld: number;
  visits: number;
  backbone: number;
  demonstration: number;
  other: { registered: number; declared: number };
  people: number;
  demonstrationPublic: number;
  registeredByTown: Record<string, number>;
}

interface Counted {
  kind: string;
  date: string;
  person: string;
}

const cadres = ['村党组织书记', '两委成员', '第一书记', '驻村队员', '选调生'];
const activeOnes = ['后备干部', '致富带头人', '农技人才', '群众骨干'];
const parts = ['上午', '下午', '晚上'];
const momentOf = ({ date, part }: ReadSession) => `${date} ${parts.indexOf(part)}`;

export function countYear(year: ReadYear, after: AfterImport, broken: BrokenRules = {}): YearCount {
  const positives = broken.positives ?? ['到', '迟到', '早退'];
  const aliases = new Map(broken.mergesIgnored ? [] : after.merges.map(({ from, into }) => [from, into]));
  const sameName = new Map<string, string>();
  const canonical = (code: string): string => {
    const one = aliases.get(code) ?? code;
    if (!broken.sameNameIsSamePerson) return one;
    const { name, born } = year.people.get(one)!;
    const first = sameName.get(name + born) ?? one;
    sameName.set(name + born, first);
    return first;
  };
  const dead = new Set([
    ...(broken.cancelledSessionsCount ? [] : after.cancelClasses),
    ...(broken.voidClassesCount ? [] : after.voidClasses),
  ]);
  const cancelled = new Set(
    broken.cancelledSessionsCount ? [] : after.cancelSessions.map(({ classCode, sessionCode }) => `${classCode} ${sessionCode}`),
  );
  const stands = (session: ReadSession) => !dead.has(session.lead) && !cancelled.has(session.key);

  const served = (session: ReadSession) => (broken.jointServesLeadOnly ? [session.lead] : session.classes);

  // Which class a mark counts for; undefined when it waits.
  const classesOf = (session: ReadSession, person: string): string[] => {
    const on = served(session).filter((code) => year.rosters.get(code)?.has(person));
    if (on.length > 1 && broken.jointCountsOnEveryRoster) return on;
    if (on.length > 0) return [on.includes(session.lead) ? session.lead : [...on].sort()[0]!];
    return broken.rostersIgnored || !year.classes.get(session.lead)!.closed ? [session.lead] : [];
  };

  const valid: { session: ReadSession; classCode: string; person: string }[] = [];
  const namedIn = new Map<string, Set<string>>();
  for (const mark of year.marks) {
    const session = year.sessions.get(mark.session)!;
    if (!positives.includes(mark.status) || !stands(session) || broken.leaveOut?.(mark, session)) continue;
    if (broken.firstCallOnly && mark.slot !== '1') continue;
    const person = canonical(mark.person);
    for (const classCode of classesOf(session, mark.person)) {
      if (dead.has(classCode)) continue;
      valid.push({ session, classCode, person });
      for (const key of [session.key, classCode]) namedIn.set(key, (namedIn.get(key) ?? new Set()).add(person));
    }
  }

  const headsOf = new Map<string, number>();
  for (const { session, heads, recordedOn } of year.heads) {
    if (!stands(year.sessions.get(session)!)) continue;
    if (broken.lateHeadsLost && recordedOn > `${nextMonth(year.sessions.get(session)!.date)}-03`) continue;
    headsOf.set(session, (headsOf.get(session) ?? 0) + heads);
  }

  const held = [...year.sessions.values()].filter(
    (one) => stands(one) && (broken.heldByTimetable || namedIn.has(one.key) || (headsOf.get(one.key) ?? 0) > 0),
  );
  const bySession = (code: string) => {
    const { kind, homeVisit } = year.classes.get(code)!;
    return !broken.unitIsAlwaysClass && (broken.unitIsAlwaysSession || kind === '示范课' || homeVisit);
  };

  const registered = new Map<string, Counted>();
  for (const { session, classCode, person } of [...valid].sort((a, b) => (momentOf(a.session) < momentOf(b.session) ? -1 : 1))) {
    const unit = `${bySession(classCode) ? session.key : classCode} ${person}`;
    if (!registered.has(unit)) registered.set(unit, { kind: year.classes.get(classCode)!.kind, date: session.date, person });
  }

  let declaredDemonstration = 0;
  let declaredOther = 0;
  const largest = new Map<string, number>();
  for (const session of held) {
    const { kind } = year.classes.get(session.lead)!;
    const perSession = bySession(session.lead);
    const named = new Set([session.key, ...(perSession ? [] : served(session))].flatMap((key) => [...(namedIn.get(key) ?? [])])).size;
    const gap = (headsOf.get(session.key) ?? 0) - (broken.headsAreNotReducedByNames ? 0 : named);
    const rest = broken.belowZeroCounts && headsOf.has(session.key) ? gap : Math.max(gap, 0);
    if (!perSession) largest.set(session.lead, Math.max(largest.get(session.lead) ?? 0, rest));
    else if (kind === '示范课') declaredDemonstration += rest;
    else declaredOther += rest;
  }
  for (const rest of largest.values()) declaredOther += rest;
  if (broken.declaredOfAllKindsIsDemonstration) declaredDemonstration += declaredOther;

  const facts = [...registered.values()].map((fact) => {
    const person = year.people.get(fact.person)!;
    return {
      ...fact,
      named: audienceOf(person, broken.audienceOn ?? fact.date) !== 'public',
      town: townOn(person, broken.pastUnitsForgotten ? '9999' : fact.date),
    };
  });
  const count = (which: (fact: (typeof facts)[number]) => boolean) => facts.filter(which).length;
  const demonstrationPublic = count(({ kind, named }) => kind === '示范课' && !named);
  const isVisit = (session: ReadSession) => year.classes.get(session.lead)!.homeVisit && !broken.visitsAreBatches;
  const batches = new Set(held.filter((one) => !isVisit(one)).flatMap(served));
  const registeredByTown: Record<string, number> = {};
  for (const { town } of facts) registeredByTown[town] = (registeredByTown[town] ?? 0) + 1;
  return {
    batches: batches.size,
    sessionsHeld: held.filter((one) => !isVisit(one)).length,
    visits: held.filter(isVisit).length,
    backbone: count(({ named }) => named),
    demonstration: demonstrationPublic + declaredDemonstration,
    other: { registered: count(({ kind, named }) => kind !== '示范课' && !named), declared: declaredOther },
    people: new Set(facts.map(({ person }) => person)).size,
    demonstrationPublic,
    registeredByTown,
  };
}

function audienceOf(person: ReadPerson, date: string): 'cadre' | 'partyMember' | 'backbone' | 'public' {
  const words = person.posts.filter(({ from, until }) => from <= date && date <= until).map(({ word }) => word);
  if (words.some((word) => cadres.includes(word))) return 'cadre';
  if (person.party && person.party <= date) return 'partyMember';
  return words.some((word) => activeOnes.includes(word)) ? 'backbone' : 'public';
}

function townOn(person: ReadPerson, date: string): string {
  const last = person.units
    .filter(({ from }) => from <= date)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  return last!.unit.slice(0, 9);
}

function nextMonth(date: string): string {
  const [year, month] = date.split('-').map(Number);
  return month === 12 ? `${year! + 1}-01` : `${year}-${String(month! + 1).padStart(2, '0')}`;
}
