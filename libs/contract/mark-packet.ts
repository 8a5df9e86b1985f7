import { type RefusalCode } from './refusals.js';
import { type AttendanceStatus, type HeadCountMethod, type HeadCountMode, type MarkMethod } from './words.js';

/** What a phone hands over: one mark. The client makes the id, once, when the finger lifts. */
export interface MarkEvent {
  id: string;
  sessionId: string;
  slot: number;
  personId?: string;
  walkIn?: { name: string; village?: string; phoneTail?: string };
  /** The room where the person signed, when it was not the main one. */
  viewingPointId?: string;
  status: AttendanceStatus;
  method: MarkMethod;
  /** The phone's clock, ISO 8601: kept, never believed. */
  at: string;
  replaces?: string[];
  note?: string;
  reason?: string;
  witness?: string;
}

export interface HeadCountEvent {
  id: string;
  sessionId: string;
  viewingPointId?: string;
  mode: HeadCountMode;
  count: number;
  method: HeadCountMethod;
  countedBy: string;
  at: string;
  replaces?: string[];
  note?: string;
}

/** What a phone says of itself with a packet, for whoever looks after the phones. */
export interface DeviceReport {
  /** The version of the app. */
  app: string;
  /** How many marks and head counts still wait on the phone, without those of this packet. */
  waiting: number;
  /** The phone's clock as the packet leaves, ISO 8601. */
  sentAt: string;
}

/** What a phone is told of itself with every answer to a packet. */
export interface DeviceStanding {
  revoked: boolean;
  /** It is to forget names and token once nothing waits any more. */
  wipe: boolean;
}

/** At most 500 marks and head counts together. */
export interface MarkPacket {
  deviceId: string;
  device?: DeviceReport;
  marks: MarkEvent[];
  headCounts?: HeadCountEvent[];
}
export const packetLimit = 500;

/** A phone needs what it may be asked to mark: so many days back, so many ahead. */
export const packReach = { back: 7, ahead: 14 };
/** More heads than this in one place are a slip of the finger. */
export const headCountLimit = 100_000;
/** The county takes no more roll calls of one half-day. */
export const rollCallLimit = 20;
/** The longest name in a fact: of somebody on no list and their village, of a witness, of whoever counted. */
export const factNameLimit = 60;
export const factReasonLimit = 100;

export type VerdictWord = 'accepted' | 'already' | 'conflict' | 'review' | 'refused';

export interface Verdict {
  id: string;
  verdict: VerdictWord;
  code?: RefusalCode;
}

const undecided: readonly (RefusalCode | undefined)[] = ['classClosed', 'offRoster', 'sessionCancelled', 'sessionVoid'];
/** Kept, and left out until somebody decides; under any other code a mark is taken, and the code is a remark. */
export const staysOut = ({ code }: Pick<Verdict, 'code'>): boolean => undecided.includes(code);
