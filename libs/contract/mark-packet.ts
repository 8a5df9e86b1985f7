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

/** At most 500 marks and head counts together. */
export interface MarkPacket {
  deviceId: string;
  marks: MarkEvent[];
  headCounts?: HeadCountEvent[];
}
export const packetLimit = 500;

export type VerdictWord = 'accepted' | 'already' | 'conflict' | 'review' | 'refused';

export interface Verdict {
  id: string;
  verdict: VerdictWord;
  code?: RefusalCode;
}
