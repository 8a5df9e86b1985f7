import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { now } from '#platform/clock';
import { QueueBoard } from '#platform/jobs';
import { Permit, Shows } from '../wire/index.js';
import { QueuesView, queueView } from './queues.dto.js';

@ApiTags('queues')
@Controller('v1/queues')
export class QueuesController {
  constructor(private readonly board: QueueBoard) {}

  @Get()
  @Permit('accounts.manage', 'audit.read')
  @Shows(QueuesView, { summary: '后台工作的进展 · how work for later stands' })
  async standing(): Promise<QueuesView> {
    const jobs = await this.board.run();
    return { answers: jobs.some(({ queue }) => queue !== null), at: now().toISOString(), jobs: jobs.map(queueView) };
  }
}
