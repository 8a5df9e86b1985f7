import { type MarkEvent, type Verdict } from '#contract';
import { Problem } from '../../api/client.ts';

/** A mark that the server has not taken yet, or will not take. */
export interface Unsent {
  mark: MarkEvent;
  /** It was in a packet once: the server may have it, whatever the network said. */
  tried: boolean;
  state: 'queued' | 'refused';
  code?: string;
}

export interface Standing {
  items: readonly Unsent[];
  /** The last packet did not get through; it is sent again by itself. */
  failing: Problem | null;
  /** Another account than the one that made the marks: nothing is sent in its name. `null` where all is well. */
  signedIn: string | null;
}

const packetSize = 200;
/** Long enough to take a slip of the finger back before anybody has seen it. */
const rest = 900;
const restAtMost = 3_000;
const patience = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** What a queue needs of the world around it. */
export interface Outside {
  send: (marks: MarkEvent[]) => Promise<Verdict[]>;
  /** The account that is signed in now where it is not the one that made the marks, otherwise `null`. */
  otherAccount: () => Promise<string | null>;
  onTaken: (taken: readonly { unsent: Unsent; verdict: Verdict }[]) => void;
  /** Something was sent, and nothing is on its way any more. */
  onIdle: () => void;
}

/**
 * Marks on their way to the server. A mark keeps its id however often it is sent, so sending again does no harm: what does not get
 * through is sent until it is taken or refused. It outlives the page that made it, and a reload of the tab; it may outlive the sign-in too, so
 * after a failure and after a reload it asks who is signed in before it sends.
 */
export class MarkQueue {
  #standing: Standing = { items: [], failing: null, signedIn: null };
  #byPerson = new Map<string, readonly Unsent[]>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #oldest = 0;
  #busy = false;
  #failures = 0;
  /** Whoever made the marks may have signed out since. */
  #unsure = false;
  #hasSent = false;

  constructor(
    readonly key: string,
    private readonly outside: Outside,
  ) {
    try {
      const kept = JSON.parse(sessionStorage.getItem(key) ?? '[]') as Unsent[];
      this.#unsure = kept.length > 0;
      if (kept.length > 0) this.#put(kept);
      if (kept.some(isOnWay)) this.#plan(0);
    } catch {
      sessionStorage.removeItem(key);
    }
    window.addEventListener('online', () => this.kick());
    window.addEventListener('beforeunload', (event) => {
      if (this.#standing.items.length > 0) event.preventDefault();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly standing = (): Standing => this.#standing;
  /** The same list as long as nothing changed for the person. */
  of(personId: string): readonly Unsent[] {
    return this.#byPerson.get(personId) ?? none;
  }

  add(marks: readonly MarkEvent[]): void {
    this.#put([...this.#standing.items, ...marks.map((mark): Unsent => ({ mark, tried: false, state: 'queued' }))]);
    const since = performance.now() - this.#oldest;
    if (this.#timer === undefined) this.#oldest = performance.now();
    if (this.#failures === 0) this.#plan(this.#timer !== undefined && since > restAtMost - rest ? 0 : rest);
  }

  /** Takes marks out that were never sent. `false`, and nothing happens, where one of them was. */
  takeBack(ids: readonly string[]): boolean {
    const asked = new Set(ids);
    const found = this.#standing.items.filter((one) => asked.has(one.mark.id));
    if (found.length !== asked.size || found.some((one) => one.tried)) return false;
    this.#put(this.#standing.items.filter((one) => !asked.has(one.mark.id)));
    return true;
  }

  /** Resolves once none of these marks is on its way any more, be it taken or refused. */
  landed(ids: readonly string[]): Promise<void> {
    const asked = new Set(ids);
    const isAway = (): boolean => this.#standing.items.some((one) => asked.has(one.mark.id) && isOnWay(one));
    return new Promise((resolve) => {
      if (!isAway()) return resolve();
      const stop = this.subscribe(() => {
        if (isAway()) return;
        stop();
        resolve();
      });
    });
  }

  /** Forgets what the server refused. */
  dismiss(): void {
    this.#put(this.#standing.items.filter(isOnWay));
  }

  /** Sends now what is to be sent. */
  kick(): void {
    if (this.#standing.items.some(isOnWay)) this.#plan(0);
  }

  #plan(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(), delay);
  }

  async #flush(): Promise<void> {
    this.#timer = undefined;
    if (this.#busy || !this.#standing.items.some(isOnWay)) return;
    this.#busy = true;
    try {
      if (await this.#isOwn()) await this.#sendPacket();
    } finally {
      this.#busy = false;
    }
    if (this.#timer === undefined && this.#standing.signedIn === null && this.#standing.items.some(isOnWay))
      this.#plan(this.#failures === 0 ? 0 : patience[Math.min(this.#failures, patience.length) - 1]!);
  }

  /** Whether the marks would go out in the name of who made them. Where not, the queue stops until it is kicked or marked into. */
  async #isOwn(): Promise<boolean> {
    if (!this.#unsure) return true;
    try {
      const signedIn = await this.outside.otherAccount();
      this.#unsure = signedIn !== null;
      if (signedIn !== null) this.#failures = 0;
      if (signedIn !== this.#standing.signedIn)
        this.#put(this.#standing.items, { signedIn, failing: signedIn === null ? undefined : null });
      return signedIn === null;
    } catch (problem) {
      this.#stumbled(known(problem));
      return false;
    }
  }

  async #sendPacket(): Promise<void> {
    const packet = this.#standing.items
      .filter(isOnWay)
      .slice(0, packetSize)
      .map((one): Unsent => ({ ...one, tried: true }));
    if (packet.length === 0) return;
    const trying = new Map(packet.map((one) => [one.mark.id, one]));
    this.#hasSent = true;
    this.#put(this.#standing.items.map((one) => trying.get(one.mark.id) ?? one));
    try {
      const isWhole = this.#answered(packet, await this.outside.send(packet.map((one) => one.mark)));
      if (isWhole) this.#failures = 0;
      else this.#stumbled(new Problem('unexpected', 500));
    } catch (problem) {
      this.#failed(trying, known(problem));
    }
  }

  /** Whether every mark of the packet was spoken of. */
  #answered(packet: readonly Unsent[], verdicts: readonly Verdict[]): boolean {
    const said = new Map(verdicts.map((one) => [one.id, one]));
    const refused = new Map<string, string>();
    const taken: { unsent: Unsent; verdict: Verdict }[] = [];
    for (const unsent of packet) {
      const verdict = said.get(unsent.mark.id);
      if (!verdict) continue;
      if (verdict.verdict === 'refused' || verdict.verdict === 'conflict') refused.set(unsent.mark.id, verdict.code ?? 'unexpected');
      else taken.push({ unsent, verdict });
    }
    if (taken.length > 0) this.outside.onTaken(taken);
    const gone = new Set(taken.map(({ unsent }) => unsent.mark.id));
    this.#put(
      this.#standing.items
        .filter((one) => !gone.has(one.mark.id))
        .map((one) => (refused.has(one.mark.id) ? { ...one, state: 'refused', code: refused.get(one.mark.id) } : one)),
      { failing: null },
    );
    return packet.every((one) => said.has(one.mark.id));
  }

  /** What may pass by itself is tried again, an expired sign-in too; any other refusal concerns every mark of the packet. */
  #failed(packet: ReadonlyMap<string, Unsent>, problem: Problem): void {
    if (problem.passes || problem.status >= 500 || problem.status === 401) return this.#stumbled(problem);
    this.#unsure = true;
    this.#put(
      this.#standing.items.map((one) => (packet.has(one.mark.id) ? { ...one, state: 'refused', code: problem.code } : one)),
      { failing: null },
    );
  }

  #stumbled(problem: Problem): void {
    this.#failures += 1;
    this.#unsure = true;
    this.#put(this.#standing.items, { failing: problem });
  }

  #put(items: readonly Unsent[], { failing = this.#standing.failing, signedIn = this.#standing.signedIn }: Partial<Standing> = {}): void {
    const before = this.#byPerson;
    const next = new Map<string, Unsent[]>();
    for (const one of items) {
      const whose = one.mark.personId ?? '';
      const list = next.get(whose);
      if (list) list.push(one);
      else next.set(whose, [one]);
    }
    this.#byPerson = new Map([...next].map(([whose, list]) => [whose, same(before.get(whose), list) ? before.get(whose)! : list]));
    const isIdle = !items.some(isOnWay);
    this.#standing = { items, failing: isIdle ? null : failing, signedIn: isIdle ? null : signedIn };
    this.#keep();
    for (const listener of this.#listeners) listener();
    if (!isIdle || !this.#hasSent) return;
    this.#hasSent = false;
    this.outside.onIdle();
  }

  /** Against a reload. A storage that is full or shut takes that away and nothing else: the marks are sent from here all the same. */
  #keep(): void {
    try {
      if (this.#standing.items.length === 0) sessionStorage.removeItem(this.key);
      else sessionStorage.setItem(this.key, JSON.stringify(this.#standing.items));
    } catch {
      // The page still warns whoever closes it.
    }
  }
}

const none: readonly Unsent[] = [];
export const isOnWay = (one: Unsent): boolean => one.state === 'queued';
const same = (a: readonly Unsent[] | undefined, b: readonly Unsent[]): boolean =>
  a !== undefined && a.length === b.length && a.every((one, i) => one === b[i]);
const known = (problem: unknown): Problem => (problem instanceof Problem ? problem : new Problem('unexpected', 500));
