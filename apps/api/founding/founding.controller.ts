import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { FoundCounty } from '#accounts';
import { type Config, CONFIG } from '#platform/config';
import { type Context } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { publishedCounties } from '#units';
import { demandNoOtherOrigin, isLoopback } from '../wire/door.js';
import { Ctx, idText, Public, Refuses, Shows } from '../wire/index.js';
import { FoundedView, FoundingFields, FoundingView } from './founding.dto.js';

/** The first day of a county. Whoever sits at the server itself may begin it, once; from elsewhere it is as if it were not there. */
@ApiTags('founding')
@Controller('v1/founding')
export class FoundingController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly found: FoundCounty,
  ) {}

  @Get()
  @Public()
  @Shows(FoundingView, { summary: '这个县建好了没有 · whether this county has been set up' })
  async state(@Req() request: FastifyRequest): Promise<FoundingView> {
    const founded = await this.found.isFounded();
    const here = !founded && this.isHere(request);
    return { founded, here, counties: here ? await publishedCounties() : [] };
  }

  @Post()
  @Public()
  @Shows(FoundedView, { status: 201, summary: '建县和第一个管理员 · set up the county and its first administrator' })
  @Refuses('notFound', 'alreadyFounded', 'referenceUnknown', 'alreadyExists', 'originMismatch')
  async begin(@Ctx() ctx: Context, @Req() request: FastifyRequest, @Body() body: FoundingFields): Promise<FoundedView> {
    demandNoOtherOrigin(request);
    if (!this.isHere(request)) throw new Refusal('notFound');
    return { userId: idText((await this.found.run(ctx, body)).id) };
  }

  /** In production the command line alone sets up a county: a server there is reached by others before anybody sits at it. */
  private isHere(request: FastifyRequest): boolean {
    return this.config.mode !== 'production' && isLoopback(request);
  }
}
