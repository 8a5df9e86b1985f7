import { Module } from '@nestjs/common';
import { SitesModule } from '#sites';
import { UnitsModule } from '#units';
import { RoutesController } from './routes.controller.js';
import { TeachingSitesController } from './teaching-sites.controller.js';
import { TrainingBasesController } from './training-bases.controller.js';

@Module({ imports: [SitesModule, UnitsModule], controllers: [TrainingBasesController, TeachingSitesController, RoutesController] })
export class SitesApiModule {}
