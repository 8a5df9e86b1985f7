import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LearningRoute, RouteStop } from './learning-route.entity.js';
import { TeachingSite } from './teaching-site.entity.js';
import { TrainingBase } from './training-base.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([TrainingBase, TeachingSite, LearningRoute, RouteStop])] })
export class SitesModule {}
