import { isPositive } from '#contract';
import { isFull } from '../kept/durable.ts';
import { markOf, markRead, NotTheHolder, type Said, takeBack, type Wish, writeMarks } from '../kept/marks.ts';
import { waitAgain } from '../kept/packets.ts';
import { type FieldRecord, type KeptSession, type MarkRecord, type Trainee, type WalkIn, type Where } from '../kept/shapes.ts';
import { nextIn, type Standing } from '../rules/standing.policy.ts';
import { isLastWord, saidBefore } from '../rules/undoing.policy.ts';
import { isMatchedThere, walkInNow, whoIn } from '../rules/walk-ins.policy.ts';
import { tellOtherTabs, tellOtherTabsLater } from './other-tabs.ts';
import { type PhoneState } from './state.ts';

/** One step of undoing: what a tap, or *all present*, wrote, and what stood there before. */
export interface Step {
  sessionId: string;
  slot: number;
  written: { record: MarkRecord; person: Trainee; before: Standing }[];
}
export type Undone = 'takenBack' | 'restored' | 'cannot';

/** What a finger does on the roll. Nothing shows that is not on the disk. */
export class Marking {
  constructor(
    private readonly state: PhoneState,
    private readonly onMarked: () => void,
    private readonly readAgain: () => Promise<void>,
  ) {}

  /** A tap on a person: what shows, where it is disputed; else the next thing that can be said. On the disk before it shows. */
  tap(session: KeptSession, person: Trainee, { slot, room }: Where): Promise<Step | null> {
    return this.#mark(session.id, [person], slot, (standing) => nextIn(room, standing));
  }

  /** Somebody's card was held before the camera: present, unless they are there already. */
  cardShown(session: KeptSession, person: Trainee, { slot, room }: Where): Promise<Step | null> {
    return this.#mark(session.id, [person], slot, ({ status }) =>
      status !== null && isPositive(status) ? null : { status: 'present', method: 'qr', room },
    );
  }

  /** Present, for whoever of these has nothing yet. */
  allPresent(session: KeptSession, people: readonly Trainee[], { slot, room }: Where): Promise<Step | null> {
    return this.#mark(session.id, people, slot, ({ status }) => (status === null ? { status: 'present', room } : null));
  }

  /** Present, somebody on no list. Of whom the same was said already, nothing is written: `there`. */
  async walkIn(session: KeptSession, walkIn: WalkIn, { slot, room }: Where): Promise<Step | 'there' | null> {
    if (isMatchedThere(session, walkIn, slot)) return 'there';
    const person = walkInNow(session, walkIn);
    const step = await this.#mark(session.id, [person], slot, ({ status }) => (status === null ? { status: 'present', room } : null));
    return step && step.written.length === 0 ? 'there' : step;
  }

  /** For somebody who does not sign: why, and who stood by. */
  assist(session: KeptSession, person: Trainee, { slot, room }: Where, said: Omit<Said, 'room' | 'method'>): Promise<Step | null> {
    return this.#mark(session.id, [person], slot, () => ({ ...said, method: 'assisted', room }));
  }

  /**
   * Takes a step back: what never left is taken out; of what left, the mark before it is said again as it was, where this phone knows that mark
   * and nobody has said anything since.
   */
  async undo({ sessionId, slot, written }: Step): Promise<Undone | null> {
    const seqs = written.map(({ record }) => record.seq);
    const isTaken = await keeping(this.state, this.readAgain, () => takeBack(seqs));
    if (isTaken === null) return null;
    if (isTaken) {
      putMarked(this.state, [], seqs);
      return 'takenBack';
    }
    const [one, ...more] = written;
    // What was said of several at once was said of people of whom nothing had been.
    if (!one || more.length > 0) return 'cannot';
    const { record, person, before } = one;
    const found = await keeping(this.state, this.readAgain, async () => [await markOf(before.markId)]);
    if (!found) return null;
    const said = saidBefore(before, found[0], record.by);
    if (!said) return 'cannot';
    const { viewingPointId: room, ...words } = said;
    const step = await this.#mark(sessionId, [person], slot, (standing, replaces) =>
      isLastWord(record.mark, standing, replaces) ? { ...words, room } : null,
    );
    return step && (step.written.length > 0 ? 'restored' : 'cannot');
  }

  async read(records: readonly FieldRecord[]): Promise<void> {
    const read = await keeping(this.state, this.readAgain, () => markRead(records.map(({ seq }) => seq)));
    if (read) putRecords(this.state, read);
  }

  /** What was refused is handed over once more, as it is. */
  async sendAgain({ seq }: FieldRecord): Promise<void> {
    const records = await keeping(this.state, this.readAgain, () => waitAgain(seq));
    if (!records) return;
    putRecords(this.state, records);
    this.onMarked();
  }

  forgetNotice(): void {
    this.state.set({ notKept: null });
  }

  async #mark(
    sessionId: string,
    people: readonly Trainee[],
    slot: number,
    say: (standing: Standing, replaces: readonly string[]) => Said | null,
  ): Promise<Step | null> {
    const { holder } = this.state.standing();
    if (!holder) return null;
    const before = new Map<string, Standing>();
    const wishes = people.map((person): Wish => ({
      sessionId,
      slot,
      // As the newest pack has them by the time of writing; somebody taken off the roster meanwhile is marked all the same.
      person: () =>
        this.state
          .standing()
          .sessions.get(sessionId)
          ?.roster.find((one) => one.personId === person.personId) ?? person,
      say: (standing, replaces) => {
        before.set(person.personId, standing);
        return say(standing, replaces);
      },
    }));
    const written = await keeping(this.state, this.readAgain, () =>
      writeMarks(holder.instructorId, wishes, () => this.state.standing().cursor),
    );
    if (!written) return null;
    putMarked(this.state, written);
    if (this.state.standing().notKept !== null) this.state.set({ notKept: null });
    this.onMarked();
    const byId = new Map(people.map((person) => [person.personId, person]));
    return {
      sessionId,
      slot,
      written: written.flatMap((record) => {
        const person = byId.get(whoIn(record.mark));
        return person ? [{ record, person, before: before.get(person.personId)! }] : [];
      }),
    };
  }
}

/** Shows what a finger recorded, or took back, once it was kept: here, and in the other tabs as soon as whoever lifted it has seen the tick. */
export function putMarked(state: PhoneState, records: FieldRecord[], gone: number[] = []): void {
  state.setRecords(records, gone);
  tellOtherTabsLater({ records, gone });
}

/** Shows what became of records, once it was kept. Other tabs know at once what has left the phone: there it must not be taken back. */
export function putRecords(state: PhoneState, records: FieldRecord[]): void {
  state.setRecords(records);
  tellOtherTabs({ records, gone: [] });
}

/** What the phone could not keep is said, and `null`. */
export async function keeping<T>(state: PhoneState, readAgain: () => Promise<void>, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    couldNotKeep(state, error);
    // Another tab knows better who holds the phone.
    if (error instanceof NotTheHolder) await readAgain().catch(() => undefined);
    return null;
  }
}

export const couldNotKeep = (state: PhoneState, error: unknown): void => state.set({ notKept: isFull(error) ? 'full' : 'failed' });
