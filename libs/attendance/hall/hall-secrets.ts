import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { uuidText } from '#platform/database';
import { Secrecy } from '#platform/secrecy';

/** What lets one person sign in at a session, until it ends. */
export interface HallTicket {
  sessionId: number;
  slot: number;
  /** The viewing point; `null` for the main room. */
  viewingPointId: number | null;
  issuedAt: Date;
  /** Of the mark that is made with it: there is one for each ticket. */
  markId: string;
}

/** So long a ticket lives, in milliseconds: time to type a name. */
export const ticketLife = 10 * 60_000;

/** Derived from the installation's key, so that nothing is kept: the secret of a session, and the seal under a ticket. */
@Injectable()
export class HallSecrets {
  constructor(private readonly secrecy: Secrecy) {}

  /** From this the instructor's phone works out the codes of the session. */
  of(sessionId: number): string {
    return this.secrecy.blindIndex('hall code', String(sessionId)).subarray(0, 16).toString('base64url');
  }

  issue({ sessionId, slot, viewingPointId }: Pick<HallTicket, 'sessionId' | 'slot' | 'viewingPointId'>, at: Date): string {
    const said = `${sessionId}-${slot}-${viewingPointId ?? 0}.${at.getTime()}.${randomBytes(12).toString('base64url')}`;
    return `${said}.${this.sealUnder(said)}`;
  }

  /** `null`: made by nobody here, or it has ended. */
  read(ticket: string, at: Date): HallTicket | null {
    const [, said, sessionId, slot, room, issued, seal] =
      /^(([1-9]\d{0,9})-([1-9]\d?)-(\d{1,10})\.(\d{1,14})\.[\w-]{16})\.([\w-]{22})$/.exec(ticket) ?? [];
    if (said === undefined || !timingSafeEqual(Buffer.from(this.sealUnder(said)), Buffer.from(seal!))) return null;
    const issuedAt = new Date(Number(issued));
    if (at.getTime() - issuedAt.getTime() > ticketLife) return null;
    const markId = uuidText(createHash('sha256').update(said).digest().subarray(0, 16));
    return { sessionId: Number(sessionId), slot: Number(slot), viewingPointId: Number(room) || null, issuedAt, markId };
  }

  private sealUnder(said: string): string {
    return this.secrecy.blindIndex('hall ticket', said).subarray(0, 16).toString('base64url');
  }
}
