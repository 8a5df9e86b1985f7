import { Injectable } from '@nestjs/common';
import { type TakenUnsent, type UnsentInput } from '#attendance';
import { EnrollmentRepository } from '#enrollment';
import { Transactions } from '#platform/database';
import { SessionRepository } from '#schedule';
import { idText } from '../wire/index.js';
import { type TakenUnsentView, type UnsentRecordView } from './unsent.dto.js';

type Fields = Record<string, unknown>;

/** The records of a file with what whoever settles their sessions may read of them. */
@Injectable()
export class ShownUnsent {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly enrollments: EnrollmentRepository,
  ) {}

  async view({ at, holders }: UnsentInput, { phones, verdicts }: TakenUnsent): Promise<TakenUnsentView> {
    const db = this.transactions.read;
    const sent = holders.flatMap(({ marks, headCounts }) => [...marks, ...headCounts] as Fields[]);
    // Of what was refused nothing is looked up: it may be anybody's.
    const kept = sent.filter((_, i) => verdicts[i]!.verdict !== 'refused');
    const sessions = await this.sessions.byIds(db, [...new Set(kept.map(({ sessionId }) => Number(sessionId)))]);
    const sessionOf = new Map(sessions.map((session) => [String(session.id), session]));
    const rosters = await this.enrollments.rosters(db, [...new Set(sessions.flatMap(({ classIds }) => classIds))]);
    const nameOf = new Map(rosters.map(({ personId, name }) => [String(personId), name]));
    const records = verdicts.map((verdict, i): UnsentRecordView => {
      const { sessionId, personId, walkIn, status, count } = sent[i]!;
      const session = verdict.verdict === 'refused' ? undefined : sessionOf.get(sessionId as string);
      const walkedIn = (walkIn as Fields | undefined)?.name;
      return {
        ...verdict,
        session: session
          ? {
              id: idText(session.id),
              date: session.date,
              dayPart: session.dayPart,
              topic: session.topic,
              classId: idText(session.leadClassId),
            }
          : null,
        who: (session && nameOf.get(personId as string)) ?? (typeof walkedIn === 'string' ? walkedIn.slice(0, 60) : null),
        status: typeof status === 'string' ? status.slice(0, 12) : null,
        count: typeof count === 'number' ? count : null,
      };
    });
    return { phones, writtenAt: at, records };
  }
}
