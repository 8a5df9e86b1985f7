import { Injectable } from '@nestjs/common';
import { CountGuesses } from '#accounts';
import { PeopleInCounting } from '#people';
import { now } from '#platform/clock';
import { type Context, systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { ReceiveMarks } from '../receive-marks.js';
import { HallRepository } from './hall.repository.js';
import { HallSecrets, type HallTicket } from './hall-secrets.js';

export interface Stranger {
  name: string;
  /** Of phone or ID number. */
  last4: string;
}

/** What one scan may get wrong: then the code has to be seen anew. */
const wrongByTicket = 5;
/** At one name of a session, from wherever: nobody finds out somebody's last four by asking, and one name alone is shut. */
const wrongByName = 20;
/** At one session from one address: a whole hall mistypes behind it, and whoever asks at random shuts out nobody else. */
const wrongByAddress = 1_000;

/**
 * Whoever holds a ticket says who they are and is marked present, by themselves and by the code: one ticket, one person. It is never told
 * whether a name stands on the roster, only whether name and digits do together. Refusals: hallTicketEnded, also where too much was wrong with
 * this ticket, hallNotFound, hallTicketUsed, signInLocked with `retryAfter` in seconds.
 */
@Injectable()
export class SignInHere {
  constructor(
    private readonly transactions: Transactions,
    private readonly halls: HallRepository,
    private readonly people: PeopleInCounting,
    private readonly secrets: HallSecrets,
    private readonly guesses: CountGuesses,
    private readonly receive: ReceiveMarks,
  ) {}

  async run(ctx: Context, input: { ticket: string } & Stranger): Promise<{ already: boolean }> {
    const ticket = this.secrets.read(input.ticket, now());
    if (!ticket) throw new Refusal('hallTicketEnded');
    const { personId, records } = await this.find(ctx, ticket, input);
    if (await this.halls.hasSigned(this.transactions.read, ticket, records)) return { already: true };
    const mark = {
      id: ticket.markId,
      sessionId: String(ticket.sessionId),
      slot: ticket.slot,
      ...(ticket.viewingPointId !== null && { viewingPointId: String(ticket.viewingPointId) }),
      personId: String(personId),
      status: 'present',
      method: 'code',
      at: ticket.issuedAt.toISOString(),
    };
    // Nobody has an account here: the ticket is what gives the right to this one mark.
    const { grants } = systemContext('worker');
    const [verdict] = await this.receive.run({ ...ctx, grants, idempotency: undefined }, { marks: [mark], origin: 'self' });
    if (verdict!.verdict === 'conflict') throw new Refusal('hallTicketUsed');
    if (verdict!.verdict === 'refused') throw new Refusal('hallTicketEnded');
    return { already: verdict!.verdict === 'already' };
  }

  /** The record that stands on a roster, and all that count as the same person. */
  private async find(ctx: Context, ticket: HallTicket, said: Stranger): Promise<{ personId: number; records: number[] }> {
    const wish = { name: said.name.normalize('NFKC').replace(/\s+/g, ' ').trim(), last4: said.last4.normalize('NFKC').toUpperCase() };
    const { read } = this.transactions;
    let [found, people, records] = [[] as number[], new Set<number>(), [] as number[]];
    const isRight = async (): Promise<boolean> => {
      found = await this.halls.named(read, ticket.sessionId, wish);
      const standing = await this.people.standFor(read, found);
      [people, records] = [new Set(standing.canonical.values()), [...standing.records.keys()]];
      return people.size === 1;
    };
    await this.counted(ctx, ticket, wish.name, isRight);
    // Two of one name and the same digits: whoever knows their faces marks them.
    if (people.size !== 1) throw new Refusal('hallNotFound');
    return { personId: Math.min(...found), records };
  }

  /** Whoever guesses is stopped by the ticket, then by the name: both wherever they are, so that others behind the address are let in. */
  private async counted(ctx: Context, { sessionId, markId }: HallTicket, name: string, isRight: () => Promise<boolean>): Promise<void> {
    const anywhere: Context = { ...ctx, address: null };
    const judged = async (at: string, by: Context, inner: () => Promise<boolean>, allowed: number): Promise<boolean> =>
      (await this.guesses.run(by, at, inner, allowed)).right;
    const byTicket = (): Promise<boolean> => judged(`hall ticket ${markId}`, anywhere, isRight, wrongByTicket).catch(ticketIsSpent);
    const byName = (): Promise<boolean> => judged(`name at session ${sessionId}: ${name}`, anywhere, byTicket, wrongByName);
    await judged(`a name at session ${sessionId}`, ctx, byName, wrongByAddress);
  }
}

function ticketIsSpent(error: unknown): never {
  throw error instanceof Refusal && error.code === 'signInLocked' ? new Refusal('hallTicketEnded') : error;
}
