import { Module } from '@nestjs/common';
import { StatisticsModule } from '#statistics';
import { FiguresController } from './figures.controller.js';

@Module({ imports: [StatisticsModule], controllers: [FiguresController] })
export class FiguresApiModule {}
