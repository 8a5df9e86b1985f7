import { Problem } from '../../api/problem.ts';
import { now } from '../clock.ts';
import { isFull } from '../kept/durable.ts';
import { asHeld, holdTried } from '../kept/held.ts';
import { dropInvitation, forgetEverything, keepHolder, keepInvitation, keepRevoked, partFrom } from '../kept/holders.ts';
import { dropPast, readEverything } from '../kept/packs.ts';
import { countWaiting } from '../kept/packets.ts';
import { namesStay } from '../rules/ended-token.policy.ts';
import { longPast } from '../rules/merge-pack.policy.ts';
import { patienceAfter } from '../rules/packets.policy.ts';
import { codeIn } from '../rules/where-opened.policy.ts';
import { enroll } from '../server.ts';
import { Counting } from './counting.ts';
import { fetchPack, handOverAll, type HandedOver } from './exchange.ts';
import { Locking } from './locking.ts';
import { couldNotKeep, Marking, putRecords } from './marking.ts';
import { hearOtherTabs, inTurn, tellHeld, tellOtherTabs } from './other-tabs.ts';
import { Photos } from './photos.ts';
import { findLoss, forgetLoss, lossTold, notedDevice, noteKept, untoldLoss } from './sentinel.ts';
import { askForProtection, hasShelter, lookForUpdate, seekShelter } from './shelter.ts';
import { hasCode, openedHere, takeCode } from './opened-with.ts';
import { isFinal, PhoneState, photosWaiting, type Standing } from './state.ts';

/** After the last tap: packets are fewer, and a slip of the finger is taken back before anybody saw it. */
const restMs = 1_500;
/** A pack is asked for so often while the app is looked at. */
const packEveryMs = 5 * 60_000;

/** The phone in the field: keeps marks, hands them over, fetches rosters. One for the page. */
export class Phone {
  readonly state = new PhoneState();
  /** What follows once something was recorded, and where another tab knows better. */
  readonly #afterwards = [() => this.#soon(restMs), () => this.#readAll()] as const;
  readonly marking = new Marking(this.state, ...this.#afterwards);
  readonly counting = new Counting(this.state, ...this.#afterwards);
  readonly photos = new Photos(this.state, () => {
    // A phone that is to forget everything has waited for its photos.
    if (this.state.standing().revoked?.wipe) void this.exchange();
  });
  readonly locking = new Locking(this.state);
  readonly where = openedHere();
  /** A code that was opened and is not on the disk yet. */
  #code: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #exchanging: Promise<void> | undefined;
  #once = false;

  async start(): Promise<void> {
    // In WeChat and without shelter the code stays in the address: another browser is to open it.
    if (this.where.inWeChat && hasCode()) return this.state.set({ stage: 'inWeChat' });
    if (!hasShelter()) return this.state.set({ stage: this.where.inWeChat ? 'inWeChat' : 'noShelter' });
    hearOtherTabs((word) => {
      if (word === 'everything') void this.#readAll().catch(() => undefined);
      else if (word === 'photos') void this.photos.read();
      else {
        // A full phone has not written it down.
        holdTried(word.records.filter(({ tried }) => tried));
        this.state.setRecords(word.records, word.gone);
      }
    });
    try {
      await this.#readAll();
    } catch {
      return this.state.set({ stage: 'shut' });
    }
    const note = (): void => noteKept(this.state.standing());
    this.state.subscribe(note);
    note();
    // What waits for the tick to be painted waits no longer: a page that is swiped away hides, and gets no more time.
    const leave = (): void => {
      tellHeld();
      note();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
    const { stage, invitation, waiting } = this.state.standing();
    const isStranger = stage === 'out' && !invitation && waiting.others === 0;
    if (isStranger && this.where.inWeChat) return this.state.set({ stage: 'inWeChat' });
    if (isStranger && this.where.system === 'ios' && !this.where.asApp && hasCode()) return this.state.set({ stage: 'beforeHome' });
    await this.begin();
  }

  /** From here on codes are taken and marks are handed over. */
  async begin(): Promise<void> {
    if (this.state.standing().stage === 'beforeHome') this.state.set({ stage: 'out' });
    this.locking.watch();
    this.state.set({ reached: navigator.onLine });
    void seekShelter(this.state);
    void askForProtection(this.state);
    window.addEventListener('online', () => this.#soon(0));
    window.addEventListener('offline', () => this.state.set({ reached: false }));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible') return;
      lookForUpdate();
      this.#soon(0);
    });
    window.addEventListener('hashchange', () => {
      if (this.where.inWeChat && hasCode()) this.state.set({ stage: 'inWeChat' });
      else void this.#openedCode();
    });
    await this.exchange();
  }

  /**
   * Hands in a code, hands over what waits, and fetches what changed. Tabs of one phone take turns; within a tab what is asked for
   * meanwhile happens once more afterwards. Never throws: the standing says what did not work.
   */
  exchange(): Promise<void> {
    if (this.#exchanging) {
      this.#once = true;
      return this.#exchanging;
    }
    clearTimeout(this.#timer);
    this.#exchanging = this.#exchangeAll().finally(() => {
      this.#exchanging = undefined;
      // Photos go also where all that fails is what the county stumbles over.
      if (this.#failures === 0 || this.state.standing().passedOver > 0) void this.photos.send();
      const again = this.#once;
      this.#once = false;
      this.#soon(
        again ? 0 : this.#failures > 0 ? patienceAfter(this.#failures) : this.state.standing().waiting.own > 0 ? restMs : packEveryMs,
      );
    });
    return this.#exchanging;
  }

  async #exchangeAll(): Promise<void> {
    this.state.set({ sending: true });
    let [problem, isReached] = [null as Problem | null, true];
    try {
      await this.#keepCode();
      await inTurn(async () => {
        // Another tab may have handed it in meanwhile: a second time would end that token.
        if (isPending(this.state.standing().invitation)) await this.#readAll();
        let handing = await this.#handOver();
        if (await this.#handInCode(handing.isStuck)) handing = await this.#handOver();
        // What cannot be handed over does not keep rosters from being brought up to date.
        const fetching = handing.problem?.status === 401 ? handing.problem : await this.#fetch();
        problem = handing.problem ?? fetching;
        isReached = fetching?.code !== 'offline';
        if (fetching) await this.#letPastGo();
        await this.#forgetIfTold();
        if (problem?.status === 401) await this.#part((served) => !namesStay(served, now()), 'ended');
      });
    } catch (error) {
      problem = error instanceof Problem ? error : new Problem('unexpected', 0);
      isReached = problem.code !== 'offline';
      if (isFull(error)) this.state.set({ notKept: 'full' });
    }
    this.#failures = problem === null ? 0 : this.#failures + 1;
    this.state.set({ sending: false, problem, reached: isReached && navigator.onLine });
  }

  /**
   * An invitation opens the phone for its holder, `true` where it did. As long as marks of the one before wait it is kept: their token,
   * unless it never will, is the only one that hands them over. What is stuck stays in its holder's name.
   */
  async #handInCode(isStuck: boolean): Promise<boolean> {
    const { invitation, deviceId, holder } = this.state.standing();
    if (!isPending(invitation)) return false;
    if (holder && !isStuck && (await countWaiting(holder.instructorId)).own > 0) return false;
    try {
      const { code } = invitation;
      const [asked, lost] = [{ code, deviceId, label: labelOf(navigator.userAgent) }, untoldLoss()];
      const enrolled = await enroll({ ...asked, lost }).catch((error: unknown) => {
        // A county that makes nothing of what was lost, an older one or of a damaged note, lets the phone in all the same.
        if (lost && error instanceof Problem && error.status === 400) return enroll(asked);
        throw error;
      });
      lossTold();
      const { token, name } = enrolled;
      // A county older than this app lets in instructors alone.
      const key = enrolled.holder ?? enrolled.instructor ?? '';
      await keepHolder({ token, name, instructorId: key });
      await this.photos.forgetRefused((by) => by !== key);
      tellOtherTabs('everything');
      this.state.set({ invitation: null });
      await this.#readAll();
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.state.set({ invitation: { ...invitation, problem: error } });
      // What passes is tried again by itself, with the same code.
      if (!isFinal(error)) throw error;
      await dropInvitation();
      return false;
    }
  }

  /** Hands over what waits, then forgets whom the phone speaks for. `false`, and nothing is forgotten, where marks or photos wait for the network. */
  async leave(): Promise<boolean> {
    await this.photos.send();
    return inTurn(async () => {
      const { isStuck } = await this.#handOver();
      const { holder } = this.state.standing();
      if (holder && !isStuck && (await countWaiting(holder.instructorId)).own > 0) return false;
      if (photosWaiting(this.state.standing()) > 0) return false;
      await this.#part(() => true, 'left');
      return true;
    });
  }

  async #part(may: Parameters<typeof partFrom>[1], how: 'ended' | 'left'): Promise<void> {
    const { holder } = this.state.standing();
    if (!holder || !(await partFrom(holder.token, may, how))) return;
    await this.photos.forgetRefused(() => true);
    tellOtherTabs('everything');
    await this.#readAll();
  }

  async #handOver(): Promise<Pick<HandedOver, 'problem' | 'isStuck'>> {
    const { holder, deviceId } = this.state.standing();
    if (!holder) return { problem: null, isStuck: false };
    const { token, instructorId: by } = holder;
    const { problem, revoked, isStuck, passedOver } = await handOverAll({ token, deviceId, by }, (records) => {
      putRecords(this.state, records);
      this.state.set({
        lastSentAt: records.some(({ state }) => state !== 'waiting') ? now().toISOString() : this.state.standing().lastSentAt,
      });
    });
    this.state.set({ passedOver });
    if (revoked) await this.#revokedNow(token, revoked);
    return { problem, isStuck };
  }

  async #fetch(): Promise<Problem | null> {
    const { holder } = this.state.standing();
    if (!holder) return null;
    try {
      const merged = await fetchPack(holder.token);
      if (merged) this.state.setPack(merged);
      else await this.#readAll();
      tellOtherTabs('everything');
      return null;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code !== 'deviceRevoked') return error;
      await this.#revokedNow(holder.token, { wipe: error.facts.wipe === true });
      return null;
    }
  }

  /** Rosters that no pack would hold any more go by themselves, where no pack has come that says so. */
  async #letPastGo(): Promise<void> {
    const { sessions, served } = this.state.standing();
    const past = longPast([...sessions.values()], served, now());
    if (past.length === 0 || !(await dropPast(past))) return;
    tellOtherTabs('everything');
    await this.#readAll();
  }

  /** Each time anew: what was handed over since still has its names. */
  async #revokedNow(token: string, revoked: { wipe: boolean }): Promise<void> {
    if (await keepRevoked(token, revoked)) tellOtherTabs('everything');
    await this.#readAll();
  }

  async #forgetIfTold(): Promise<void> {
    const { holder, revoked } = this.state.standing();
    if (!holder || !revoked?.wipe) return;
    await this.photos.forgetRefused((by) => by === holder.instructorId);
    await forgetEverything(holder.token, photosWaiting(this.state.standing()) > 0);
    tellOtherTabs('everything');
    await this.#readAll();
  }

  async #readAll(): Promise<void> {
    const { sessions, open, holder, invitation, ...kept } = await readEverything();
    void this.photos.read();
    const standing = {
      stage: holder ? 'in' : kept.wiped ? 'wiped' : kept.ended ? 'ended' : 'out',
      holder: holder ?? null,
      sessions: new Map(sessions.map((session) => [session.id, session])),
      deviceId: kept.deviceId ?? '',
      served: kept.served ?? null,
      cursor: kept.cursor,
      lastSentAt: kept.lastSentAt ?? null,
      chosen: kept.chosen ?? [],
      revoked: kept.revoked ?? null,
      wiped: kept.wiped ?? null,
      lost: findLoss(kept.deviceId),
      lock: kept.lock ?? null,
      isLocked: this.locking.judge(kept.lock),
      invitation: invitationOf(invitation, this.state.standing().invitation),
    } satisfies Partial<Standing>;
    this.state.setAll(standing, open.map(asHeld));
  }

  /** @throws DOMException where the phone could not keep the code: it stays in memory and is tried again. */
  async #keepCode(): Promise<void> {
    const code = (this.#code = takeCode() ?? this.#code);
    if (code === null) return;
    try {
      await keepInvitation(code, notedDevice());
    } catch (error) {
      couldNotKeep(this.state, error);
      throw error;
    }
    this.#code = null;
    this.state.set({ notKept: null, invitation: { code, problem: null } });
    await this.#readAll();
  }

  /** Somebody has read what was lost. */
  lossRead(): void {
    forgetLoss();
    this.state.set({ lost: null });
  }

  /** A code that somebody pasted; `false` where it is none. */
  enterCode(typed: string): boolean {
    const code = codeIn(typed);
    if (code === null) return false;
    this.#code = code;
    void this.#openedCode();
    return true;
  }

  async #openedCode(): Promise<void> {
    await this.#keepCode().catch(() => undefined);
    await this.exchange();
  }

  #soon(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.exchange(), delay);
  }
}

type Invitation = Standing['invitation'];
const isPending = (invitation: Invitation): invitation is NonNullable<Invitation> =>
  invitation !== null && !(invitation.problem && isFinal(invitation.problem));

/** Why a code was refused stands there until another is opened. */
function invitationOf(code: string | undefined, before: Invitation): Invitation {
  if (code === undefined) return isPending(before) ? null : before;
  return before?.code === code ? before : { code, problem: null };
}

/** What the organiser's list calls the phone: the system and model that the browser names. */
const labelOf = (userAgent: string): string => /\(([^)]*)\)/.exec(userAgent)?.[1]?.slice(0, 100) ?? '';
