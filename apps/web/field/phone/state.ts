import { type Problem } from '../../api/problem.ts';
import { afterPaint } from '../after-paint.ts';
import { type KeptPhoto } from '../kept/photos.ts';
import { type MergedPack } from '../kept/packs.ts';
import {
  type FieldRecord,
  type HeadCountRecord,
  type Holder,
  isHeadCount,
  isMark,
  type Keepsakes,
  type KeptSession,
  type MarkRecord,
} from '../kept/shapes.ts';
import { needsReading } from '../rules/answered.policy.ts';
import { whoIn } from '../rules/walk-ins.policy.ts';

/** How the phone stands to the county. */
export type Stage =
  | 'opening'
  /** No place for marks here: the address is not a safe one, or this browser has no service workers. */
  | 'noShelter'
  /** Nobody has let this phone in. */
  | 'out'
  | 'in'
  /** Revoked: it knows no names any more. */
  | 'wiped'
  /** Its token is let in no more, and the names are gone; what waits is still here. */
  | 'ended'
  /** Opened in WeChat: the code is for another browser. */
  | 'inWeChat'
  /** Opened in the browser of an iPhone, whose home screen is another place: nothing is kept until somebody says where. */
  | 'beforeHome'
  /** The phone's own storage does not open. */
  | 'shut';

/** What was on the phone when its browser cleared it. */
export interface Lost {
  /** Of whom the phone was; empty for nobody. */
  name: string;
  /** So many of their records had not left; so many of others. */
  own: number;
  others: number;
}

export interface Standing {
  stage: Stage;
  deviceId: string;
  holder: Holder | null;
  sessions: ReadonlyMap<string, KeptSession>;
  /**
   * Records that the screens need at hand, by session and person, those of others who used the phone apart; the same list as long as nothing
   * changed for the person.
   */
  records: ReadonlyMap<string, readonly FieldRecord[]>;
  served: Keepsakes['served'] | null;
  /** Of the pack that the sessions here are from; another tab may have kept a newer one. */
  cursor: Keepsakes['cursor'] | undefined;
  lastSentAt: string | null;
  chosen: Keepsakes['chosen'];
  revoked: Keepsakes['revoked'] | null;
  wiped: Keepsakes['wiped'] | null;
  /** What was on the phone when its browser cleared it, until somebody has read of it. */
  lost: Lost | null;
  lock: Keepsakes['lock'] | null;
  /** The PIN is asked for before anything is shown. */
  isLocked: boolean;
  /** The code that is being handed in, and why that failed. */
  invitation: { code: string; problem: Problem | null } | null;
  waiting: { own: number; others: number };
  /** So many of the holder's own were tried, and wait only because the county stumbles over them. */
  passedOver: number;
  /** Those that have not left the phone for good, oldest first. */
  photos: readonly KeptPhoto[];
  /** So many of the holder's own records should still be read. */
  toRead: number;
  /** Whether the last question was answered. */
  reached: boolean;
  sending: boolean;
  /** Why the last attempt did not get everything across. */
  problem: Problem | null;
  /** The phone could not keep what was just tapped. */
  notKept: 'full' | 'failed' | null;
  /** The browser has promised not to clear the storage; `null`: it does not say. */
  isProtected: boolean | null;
  /** The pages open without a network. */
  sheltered: boolean;
  /** A newer version of the app waits to be let in. */
  hasUpdate: boolean;
}

export const placeAt = (sessionId: string, personId: string): string => `${sessionId}/${personId}`;
const heads = 'heads';
/** Others who used the phone are not the holder: what they said stands apart, and makes no tick of the holder's. */
const asideOf = (place: string): string => `others ${place}`;
/** Where a record is looked for: with its person, with the heads of its session. */
export const placeOf = (record: FieldRecord, holder: Holder | null | undefined): string => {
  const place = placeAt(record.mark.sessionId, isHeadCount(record) ? heads : whoIn(record.mark));
  return record.by === holder?.instructorId ? place : asideOf(place);
};

const atFirst: Standing = {
  stage: 'opening',
  deviceId: '',
  holder: null,
  sessions: new Map(),
  records: new Map(),
  served: null,
  cursor: undefined,
  lastSentAt: null,
  chosen: [],
  revoked: null,
  wiped: null,
  lost: null,
  lock: null,
  isLocked: false,
  invitation: null,
  waiting: { own: 0, others: 0 },
  passedOver: 0,
  photos: [],
  toRead: 0,
  reached: true,
  sending: false,
  problem: null,
  notKept: null,
  isProtected: null,
  sheltered: false,
  hasUpdate: false,
};

/** What the screens show, and who is told when it changes. */
export class PhoneState {
  #standing = atFirst;
  readonly #listeners = new Set<() => void>();
  /** Who looks at one person alone: of a thousand on the roll, a tap concerns one. */
  readonly #ofPlaces = new Map<string, Set<() => void>>();
  /** Where a record stands, by its number. */
  readonly #placeOf = new Map<number, string>();
  #willTell = false;

  constructor(private readonly later: (work: () => void) => void = afterPaint) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly subscribeTo = (place: string, listener: () => void): (() => void) => {
    const listeners = this.#ofPlaces.get(place) ?? new Set();
    this.#ofPlaces.set(place, listeners.add(listener));
    return () => {
      if (listeners.delete(listener) && listeners.size === 0) this.#ofPlaces.delete(place);
    };
  };
  readonly standing = (): Standing => this.#standing;
  of(sessionId: string, personId: string): readonly MarkRecord[] {
    return (this.#standing.records.get(placeAt(sessionId, personId)) as readonly MarkRecord[] | undefined) ?? none;
  }
  headsOf(sessionId: string): readonly HeadCountRecord[] {
    return (this.#standing.records.get(placeAt(sessionId, heads)) as readonly HeadCountRecord[] | undefined) ?? none;
  }
  /** So many records of a session, by others who used the phone, have not left it. */
  othersWaitIn(sessionId: string): number {
    let count = 0;
    for (const [place, list] of this.#standing.records)
      if (place.startsWith(asideOf(placeAt(sessionId, '')))) count += list.filter(({ state }) => state === 'waiting').length;
    return count;
  }
  /**
   * So many wait of others whom an earlier app called nothing: a new code of theirs goes by their account, and hands over none of these, which
   * a file alone does.
   */
  namelessWait(): number {
    let count = 0;
    for (const [place, list] of this.#standing.records)
      if (place.startsWith(asideOf(''))) count += list.filter(({ state, by }) => state === 'waiting' && by === '').length;
    return count;
  }
  /** All marks of the holder in a session that the screens need at hand. */
  marksOf(sessionId: string): MarkRecord[] {
    const found: MarkRecord[] = [];
    for (const [place, list] of this.#standing.records) if (place.startsWith(placeAt(sessionId, ''))) found.push(...list.filter(isMark));
    return found;
  }

  set(change: Partial<Standing>): void {
    this.#standing = { ...this.#standing, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Everything, as it was read. */
  setAll(change: Partial<Standing>, open: readonly FieldRecord[]): void {
    this.#placeOf.clear();
    this.#standing = { ...this.#standing, ...change, records: new Map(), waiting: { own: 0, others: 0 }, toRead: 0 };
    this.#put(open, []);
    this.#tell(this.#ofPlaces.keys());
    this.set({});
  }

  /** What a pack brought, as it was kept. */
  setPack({ put, remove, told, served, cursor }: MergedPack): void {
    const sessions = new Map(this.#standing.sessions);
    for (const session of put) sessions.set(session.id, session);
    for (const id of remove) sessions.delete(id);
    // At once: a person and what the pack tells of them now are one.
    this.#tell(this.#put(told, []));
    this.set({ sessions, served, cursor });
  }

  /**
   * Puts records where they belong, and takes out those that are gone or that no screen needs any more. Whoever looks at one of these people is
   * told at once, and what counts over all of them once that is painted.
   */
  setRecords(changed: readonly FieldRecord[], gone: readonly number[] = []): void {
    this.#tell(this.#put(changed, gone));
    if (this.#willTell) return;
    this.#willTell = true;
    this.later(() => {
      this.#willTell = false;
      this.set({});
    });
  }

  #tell(places: Iterable<string>): void {
    for (const place of places) for (const listener of this.#ofPlaces.get(place) ?? []) listener();
  }

  /** The places where something has changed. */
  #put(changed: readonly FieldRecord[], gone: readonly number[]): ReadonlySet<string> {
    const { holder, waiting, toRead } = this.#standing;
    const records = new Map(this.#standing.records);
    const counts = { ...waiting, toRead };
    const count = (record: FieldRecord, one: 1 | -1): void => {
      const isOwn = record.by === holder?.instructorId;
      if (record.state === 'waiting') counts[isOwn ? 'own' : 'others'] += one;
      if (isOwn && needsReading(record)) counts.toRead += one;
    };
    const places = new Set<string>();
    for (const seq of [...changed.map((one) => one.seq), ...gone]) {
      const place = this.#placeOf.get(seq);
      if (place === undefined) continue;
      this.#placeOf.delete(seq);
      places.add(place);
      const rest: FieldRecord[] = [];
      for (const record of records.get(place) ?? [])
        if (record.seq === seq) count(record, -1);
        else rest.push(record);
      if (rest.length > 0) records.set(place, rest);
      else records.delete(place);
    }
    for (const record of changed) {
      if (!record.open) continue;
      const place = placeOf(record, holder);
      this.#placeOf.set(record.seq, place);
      places.add(place);
      count(record, 1);
      records.set(
        place,
        [...(records.get(place) ?? []), record].sort((a, b) => a.seq - b.seq),
      );
    }
    const { own, others } = counts;
    this.#standing = { ...this.#standing, records, waiting: { own, others }, toRead: counts.toRead };
    return places;
  }
}

const none: readonly never[] = [];

/** Whether of so many records that wait some can still go: for what the county stumbles over nothing waits. */
export const canGo = (waiting: number, { passedOver }: Pick<Standing, 'passedOver'>): boolean => waiting > passedOver;

/** How many photos of this holder wait. */
export const photosWaiting = ({ photos, holder }: Pick<Standing, 'photos' | 'holder'>): number =>
  photos.filter(({ state, by }) => state === 'waiting' && by === holder?.instructorId).length;

/** Whether the county will answer a code the same whenever it is asked. */
export const isFinal = (problem: Problem): boolean => !problem.passes && problem.status < 500;
