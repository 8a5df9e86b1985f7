import { type HeadCountEvent, type MarkEvent, type RefusalCode, type VerdictWord } from '#contract';
import { type Shown } from '../../api/client.ts';

export type Pack = Shown<'PackView'>;
export type PackSession = Shown<'PackSessionView'>;
export type PackPerson = Shown<'PackPersonView'>;
export type WalkIn = NonNullable<MarkEvent['walkIn']>;

/** Whoever can be marked: from a roster, or on no list. */
export interface Trainee extends Pick<PackPerson, 'name' | 'unit' | 'last4' | 'live' | 'waiting'> {
  /** Of somebody on no list what was said of them, as one key. */
  personId: string;
  walkIn?: WalkIn;
  /** The county has said who it was: what is wrong with it is put right there. */
  matched?: boolean;
}

/** A session as the phone keeps it. Hidden: the server serves it no more, and marks of it have not left yet. */
export interface KeptSession extends PackSession {
  hidden: boolean;
}

/** As the screens expect it: what came before the county told of walk-ins, heads and photos has none. */
export const wholeSession = <Session extends PackSession>(session: Session): Session => ({
  ...session,
  walkIns: session.walkIns ?? [],
  headCounts: session.headCounts ?? [],
  photos: session.photos ?? false,
});

/** What was recorded on this phone, and what the server said of it. */
interface Recorded {
  /** The order in which the finger was lifted: what is oldest goes first. */
  seq: number;
  /** For whom it was made: nobody else's token hands it over. */
  by: string;
  state: 'waiting' | VerdictWord;
  code?: RefusalCode;
  /** It was in a packet once: the server may have it, whatever the network said. */
  tried: boolean;
  /** With which of the phone's answers it was answered: a pack that was asked for earlier does not tell of it. */
  answer?: number;
  /** A pack that was asked for after the answer has come: from there on the pack says what became of it. */
  inPack: boolean;
  /** Whoever holds the phone has read why it was not simply taken. */
  read?: boolean;
  /** Left by its holder when the phone forgot their token: it proves in a file that they recorded it. */
  seal?: string;
  /** 1 for what the screens need at hand; absent otherwise, and so absent from the index. */
  open?: 1;
}
export interface MarkRecord extends Recorded {
  mark: MarkEvent;
}
/** Heads are kept beside the marks, under the same name: they go the same way. */
export interface HeadCountRecord extends Recorded {
  mark: HeadCountEvent;
}
export type FieldRecord = MarkRecord | HeadCountRecord;
export const isHeadCount = (record: FieldRecord): record is HeadCountRecord => 'count' in record.mark;
export const isMark = (record: FieldRecord): record is MarkRecord => !isHeadCount(record);

/** Where marks go: which roll call of the half-day, and which room; the main one unless told. */
export interface Where {
  slot: number;
  room?: string;
}

/** Who the phone speaks for. */
export interface Holder {
  token: string;
  /** The account's name. */
  name: string;
  /**
   * Tells the marks of one holder from those of another on the same phone: an instructor's id, or the key of an account. It has the name of
   * when only instructors held phones: another tab may run an older app, and files are sealed with it.
   */
  instructorId: string;
}

/** What is kept by a name of its own. */
export interface Keepsakes {
  deviceId: string;
  holder: Holder;
  /** A code that was opened and has not been answered yet: the answer may have been lost. */
  invitation: string;
  cursor: string;
  /** When the last pack came, by this phone; by how many milliseconds its clock was behind the server's; whether more was to be had. */
  served: { at: string; behind: number; truncated: boolean };
  lastSentAt: string;
  /** Roll call and room that were chosen last, by session; the newest choice last. */
  chosen: { sessionId: string; where: Where }[];
  /** How many answers to packets the phone has kept so far. */
  answers: number;
  revoked: { wipe: boolean };
  /** The names are gone from this phone; so many marks had been handed over, so many of them not taken. */
  wiped: { handedOver: number; notTaken: number };
  /** The token has ended, and the names are gone; what waits is still here. */
  ended: true;
  lock: Lock;
}

/** The app PIN: what is kept of it, and how it was tried. */
export interface Lock {
  salt: Uint8Array;
  hash: Uint8Array;
  /** Asked for after so many minutes away. */
  minutes: number;
  /** Wrong tries in a row, and when the last one was. */
  wrong: number;
  triedAt: number;
}
