import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { PeopleInCounting, PersonRepository } from '#people';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { required } from '#platform/refusal';
import { type TrainedIn, TrainingRecords } from './training-record.repository.js';

/** A person's training record, for whoever may see the person, of the classes that they may see. Refusals: notFound. */
@Injectable()
export class ShowTrainingRecord {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly counting: PeopleInCounting,
    private readonly records: TrainingRecords,
  ) {}

  /** One row more than the limit, to know whether there is a next page. */
  run(ctx: Context, { id, before, limit }: { id: number; before: number | null; limit: number }): Promise<TrainedIn[]> {
    const [seen, classes] = [scopeOf(ctx, 'people.read'), scopeOf(ctx, 'rosters.read')];
    return this.transactions.snapshot(async (db) => {
      required(await this.people.find(db, seen, id), 'notFound');
      const { canonical, records } = await this.counting.standFor(db, [id]);
      return this.records.of(db, classes, { canonicalId: canonical.get(id)!, records: [...records.keys()] }, before, limit + 1);
    });
  }
}
