import { Module } from '@nestjs/common';
import { StatisticsModule } from '#statistics';
import { FiguresController } from './figures.controller.js';
import { PartedFiguresController } from './parted-figures.controller.js';

@Module({ imports: [StatisticsModule], controllers: [FiguresController, PartedFiguresController] })
export class FiguresApiModule {}
