import { Injectable } from '@nestjs/common';
import { CountGuesses } from '#accounts';
import { type HallCode, hallCode, type HallPlace, hallWindowAt } from '#contract';
import { now, shanghaiDate, today } from '#platform/clock';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { type HallSession, HallRepository } from './hall.repository.js';
import { hallShutBy, hallStateAt } from './hall-hours.policy.js';
import { HallSecrets, ticketLife } from './hall-secrets.js';

/** The text of the QR with its session and where it hangs, or six digits that were typed: those are of the main room's first roll call. */
export type SeenCode = ScannedCode | { digits: string };
interface ScannedCode {
  sessionId: number;
  code: string;
  slot?: number;
  viewingPointId?: number;
}

export interface HallEntry extends Pick<HallSession, 'topic' | 'place' | 'date' | 'dayPart' | 'startsAt'> {
  ticket: string;
  endsAt: Date;
}

/** A code is taken from two stretches of time ago to one ahead: it was looked at, and clocks differ. */
const [before, ahead] = [2, 1];
/** Digits are counted by address alone, and a whole hall comes from one. What the QR holds is guessed by nobody and counts nowhere. */
const wrongDigitsAllowed = 100;
const guessedAt = 'the digits of a hall';

/**
 * Somebody without an account has seen the code that stands in the hall: they get a ticket to say who they are, with time to type. Refusals:
 * hallCodeWrong, hallEarly with when it opens, hallOver, sessionNotOpen, signInLocked (digits) with `retryAfter` in seconds.
 */
@Injectable()
export class EnterHall {
  constructor(
    private readonly transactions: Transactions,
    private readonly halls: HallRepository,
    private readonly secrets: HallSecrets,
    private readonly guesses: CountGuesses,
  ) {}

  async run(ctx: Context, seen: SeenCode): Promise<HallEntry> {
    const at = now();
    const session = 'digits' in seen ? await this.typed(ctx, seen.digits, at) : await this.scanned(seen, at);
    if (!session) throw new Refusal('hallCodeWrong');
    const { id, state, topic, place, date, dayPart, startsAt } = session;
    const shut = hallShutBy(session);
    if (shut === 'session') throw new Refusal('sessionNotOpen', { state });
    const clock = at.toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
    const hall = hallStateAt(session, { date: shanghaiDate(at), clock });
    if (hall.is === 'early') throw new Refusal('hallEarly', { date, opensAt: hall.opensAt });
    if (hall.is === 'over' || shut === 'class') throw new Refusal('hallOver', { date });
    const { slot = 1, viewingPointId = null } = 'digits' in seen ? {} : seen;
    const ticket = this.secrets.issue({ sessionId: id, slot, viewingPointId }, at);
    return { ticket, endsAt: new Date(at.getTime() + ticketLife), topic, place, date, dayPart, startsAt };
  }

  private async scanned({ sessionId, code, slot = 1, viewingPointId }: ScannedCode, at: Date): Promise<HallSession | null> {
    const session = await this.halls.session(this.transactions.read, sessionId);
    const place = { slot, ...(viewingPointId !== undefined && { room: String(viewingPointId) }) };
    return session && isTold(session) && (await this.stands(session, at, ({ token }) => token === code, place)) ? session : null;
  }

  private async typed(ctx: Context, digits: string, at: Date): Promise<HallSession | null> {
    let found: HallSession | null = null;
    const isRight = async (): Promise<boolean> => {
      for (const session of await this.halls.sessionsOn(this.transactions.read, today()))
        if (isTold(session) && (await this.stands(session, at, (code) => code.digits === digits))) found = session;
      return found !== null;
    };
    await this.guesses.run(ctx, guessedAt, isRight, wrongDigitsAllowed);
    return found;
  }

  private async stands({ id }: HallSession, at: Date, fits: (code: HallCode) => boolean, place?: HallPlace): Promise<boolean> {
    const [secret, middle] = [this.secrets.of(id), hallWindowAt(at.getTime())];
    for (let window = middle - before; window <= middle + ahead; window++)
      if (fits(await hallCode(secret, String(id), window, place))) return true;
    return false;
  }
}

/** Nobody outside knows of a draft. */
const isTold = ({ classState }: HallSession): boolean => classState !== 'draft';
