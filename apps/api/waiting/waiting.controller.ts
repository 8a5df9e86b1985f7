import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { mayAnywhere } from '#access';
import { ListHeadCounts, type MarkNeed } from '#attendance';
import { type Permission } from '#contract';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { ImportIntake, ImportRepository } from '#platform/imports';
import { CountUnfinished } from '#schedule';
import { ListMarks } from '#statistics';
import { Ctx, Permit, Shows } from '../wire/index.js';
import { countedTo, HowMany, WaitingView } from './waiting.dto.js';

/** How much waits for a person, for the page that they begin with: each the beginning of a list, counted. */
@ApiTags('waiting')
@Controller('v1/waiting')
export class WaitingController {
  constructor(
    private readonly transactions: Transactions,
    private readonly headCounts: ListHeadCounts,
    private readonly marks: ListMarks,
    private readonly imports: ImportRepository,
    private readonly intake: ImportIntake,
    private readonly unfinished: CountUnfinished,
  ) {}

  @Get()
  @Permit('headCount.verify', 'attendance.settle', 'imports.run', 'classes.manage')
  @Shows(WaitingView, { summary: '等我处理的有多少 · how much waits for me' })
  async waiting(@Ctx() ctx: Context): Promise<WaitingView> {
    const where = async (permission: Permission, count: () => Promise<HowMany>): Promise<HowMany | null> =>
      mayAnywhere(ctx, permission) ? count() : null;
    const marks = (needs: MarkNeed) => where('attendance.settle', () => this.marks.count(ctx, { needs }, countedTo));
    const db = this.transactions.read;
    const most = countedTo + 1;
    return {
      headCounts: await where('headCount.verify', () => this.headCounts.count(ctx, { verified: false }, countedTo)),
      decisions: await marks('decision'),
      matches: await marks('match'),
      // As the worklist shows them: what is settled is one half-day of one person, whatever the marks that disagree about it.
      disputes: await where('attendance.settle', () => this.marks.countHalfDays(ctx, { needs: 'settling' }, countedTo)),
      imports: await where('imports.run', async () =>
        upTo((await this.imports.list(db, this.intake.seen(ctx), { state: 'checked' }, most)).length),
      ),
      unmarked: await where('attendance.settle', async () => upTo(await this.unfinished.unmarked(ctx, most))),
      unclosed: await where('classes.manage', async () => upTo(await this.unfinished.unclosed(ctx, most))),
      drafts: await where('classes.manage', async () => upTo(await this.unfinished.drafts(ctx, most))),
    };
  }
}

const upTo = (found: number): HowMany => ({ many: Math.min(found, countedTo), more: found > countedTo });
