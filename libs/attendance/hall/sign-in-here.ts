import { Injectable } from '@nestjs/common';
import { CountGuesses } from '#accounts';
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

/** So many wrong names in a row at one session from one address: a hall mistypes, and nobody reads a roster out by asking. */
const wrongNamesAllowed = 100;

/**
 * Whoever holds a ticket says who they are and is marked present, by themselves and by the code: one ticket, one person. It is never told
 * whether a name stands on the roster, only whether name and digits do together. Refusals: hallTicketEnded, hallNotFound, hallTicketUsed,
 * signInLocked with `retryAfter` in seconds.
 */
@Injectable()
export class SignInHere {
  constructor(
    private readonly transactions: Transactions,
    private readonly halls: HallRepository,
    private readonly secrets: HallSecrets,
    private readonly guesses: CountGuesses,
    private readonly receive: ReceiveMarks,
  ) {}

  async run(ctx: Context, input: { ticket: string } & Stranger): Promise<{ already: boolean }> {
    const ticket = this.secrets.read(input.ticket, now());
    if (!ticket) throw new Refusal('hallTicketEnded');
    const personId = await this.find(ctx, ticket, input);
    if (await this.halls.hasSigned(this.transactions.read, ticket.sessionId, [personId])) return { already: true };
    const mark = {
      id: ticket.markId,
      sessionId: String(ticket.sessionId),
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

  private async find(ctx: Context, { sessionId }: HallTicket, { name, last4 }: Stranger): Promise<number> {
    let found: number[] = [];
    const isRight = async (): Promise<boolean> => {
      const wish = { name: name.normalize('NFKC').replace(/\s+/g, ' ').trim(), last4: last4.normalize('NFKC').toUpperCase() };
      found = await this.halls.named(this.transactions.read, sessionId, wish);
      return found.length === 1;
    };
    await this.guesses.run(ctx, `a name at session ${sessionId}`, isRight, wrongNamesAllowed);
    const [personId] = found;
    // Two of one name and the same digits: whoever knows their faces marks them.
    if (personId === undefined || found.length > 1) throw new Refusal('hallNotFound');
    return personId;
  }
}
