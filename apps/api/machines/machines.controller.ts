import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { LoopbackOr, Public } from '../wire/index.js';
import { Traffic } from '../wire/traffic.js';
import { ApiDocument } from './api-document.js';
import { Readiness, type ReadinessReport } from './readiness.js';

/** What machines ask for. */
@ApiTags('machines')
@Controller()
export class MachinesController {
  constructor(
    private readonly document: ApiDocument,
    private readonly readiness: Readiness,
    private readonly traffic: Traffic,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
  ) {}

  @Get('v1/openapi.json')
  @Public()
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, max-age=60')
  @ApiOperation({ summary: '接口说明 · This document' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  openapi(): string {
    return this.document.json;
  }

  @Get('health/live')
  @Public()
  @ApiExcludeEndpoint()
  live(): { live: true } {
    return { live: true };
  }

  @Get('health/ready')
  @Public()
  @ApiExcludeEndpoint()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    if (!report.ready) void reply.code(503);
    return report;
  }

  @Get('metrics')
  @LoopbackOr('accounts.manage')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiExcludeEndpoint()
  async metrics(): Promise<string> {
    const backlog = await this.outbox.backlog(this.transactions.read);
    const memory = process.memoryUsage();
    const gauge = (name: string, help: string, lines: string[]): string[] => [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines];
    const perJob = (name: string, pick: (row: (typeof backlog)[number]) => number): string[] =>
      backlog.map((row) => `${name}{job="${row.job}"} ${pick(row)}`);
    return [
      ...this.traffic.lines(),
      ...gauge(
        'sitang_outbox_rows',
        'Work for later that has not been done.',
        perJob('sitang_outbox_rows', (row) => row.rows),
      ),
      ...gauge(
        'sitang_pending_facts',
        'Committed facts not worked in yet.',
        perJob('sitang_pending_facts', (row) => row.facts),
      ),
      ...gauge(
        'sitang_outbox_failing',
        'Work that failed at least once.',
        perJob('sitang_outbox_failing', (row) => row.failing),
      ),
      ...gauge('process_resident_memory_bytes', 'Memory of this process.', [`process_resident_memory_bytes ${memory.rss}`]),
      ...gauge('nodejs_heap_used_bytes', 'Used heap of this process.', [`nodejs_heap_used_bytes ${memory.heapUsed}`]),
      ...gauge('process_uptime_seconds', 'Since when this process runs.', [`process_uptime_seconds ${process.uptime().toFixed(0)}`]),
      '',
    ].join('\n');
  }
}
