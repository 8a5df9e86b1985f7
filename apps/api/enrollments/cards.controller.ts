import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IssueCards, RenewCard } from '#enrollment';
import type { Context } from '#platform/context';
import { Ctx, IdPipe, Keyless, Permit, Refuses, Shows } from '../wire/index.js';
import { CardRenewalFields, CardsView, CardView, cardView } from './cards.dto.js';

@ApiTags('enrollments')
@Controller('v1/classes')
export class CardsController {
  constructor(
    private readonly issue: IssueCards,
    private readonly renew: RenewCard,
  ) {}

  @Post(':id/cards')
  @HttpCode(200)
  @Permit('rosters.manage')
  @Keyless()
  @Shows(CardsView, { summary: '学员卡:没有卡的出一张,有的照旧 · the cards of a roster; who has none gets one' })
  @Refuses('classFinished')
  async cards(@Ctx() ctx: Context, @Param('id', IdPipe) classId: number): Promise<CardsView> {
    return { cards: (await this.issue.run(ctx, { classId })).map(cardView) };
  }

  @Post(':id/cards/renewals')
  @HttpCode(200)
  @Permit('rosters.manage')
  @Keyless()
  @Shows(CardView, { summary: '换一张卡,旧卡作废 · another card in the place of a lost one' })
  @Refuses('classFinished', 'referenceUnknown')
  async renewed(@Ctx() ctx: Context, @Param('id', IdPipe) classId: number, @Body() { personId }: CardRenewalFields): Promise<CardView> {
    return cardView(await this.renew.run(ctx, { classId, personId }));
  }
}
