import { type AttendedClass } from '#attendance';
import { type CountedAttendance, type CountedPersonTime } from './counted.js';
import { factsOfSessions, type SessionFacts } from './session-facts.js';
import { type World } from './world.js';

/** What the rules make of a class before its heads: asked by each class that sits with it, worked out once. */
export interface NamedOfClass {
  personTimes: CountedPersonTime[];
  attendances: CountedAttendance[];
}

/** A world after the fold, for however many of its classes are counted: each session is folded once. */
export class FoldedWorld {
  private readonly byClass = new Map<number, SessionFacts[]>();
  private readonly named = new Map<number, NamedOfClass>();

  constructor(readonly world: World) {
    for (const facts of factsOfSessions(world)) {
      for (const id of facts.session.classIds) {
        const own = this.byClass.get(id);
        if (own) own.push(facts);
        else this.byClass.set(id, [facts]);
      }
    }
  }

  /** The sessions that a class takes part in, in the order in which the rules speak of "first". */
  of(classId: number): readonly SessionFacts[] {
    return this.byClass.get(classId) ?? [];
  }

  /** `work` is done at the first asking. */
  namedOf(owner: AttendedClass, work: (facts: readonly SessionFacts[]) => NamedOfClass): NamedOfClass {
    const known = this.named.get(owner.id);
    if (known) return known;
    const fresh = work(this.of(owner.id));
    this.named.set(owner.id, fresh);
    return fresh;
  }
}
