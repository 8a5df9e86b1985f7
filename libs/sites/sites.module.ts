import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImporterRegistry } from '#platform/imports';
import { UnitsModule } from '#units';
import { CreateBase } from './create-base.js';
import { CreateRoute } from './create-route.js';
import { CreateSite } from './create-site.js';
import { ImportRoutes } from './import-routes.js';
import { ImportSites } from './import-sites.js';
import { LearningRoute, RouteStop } from './learning-route.entity.js';
import { RouteRepository } from './learning-route.repository.js';
import { SitesMoved } from './sites.events.js';
import { TeachingSite } from './teaching-site.entity.js';
import { SiteRepository } from './teaching-site.repository.js';
import { TrainingBase } from './training-base.entity.js';
import { BaseRepository } from './training-base.repository.js';
import { UpdateBase } from './update-base.js';
import { UpdateRoute } from './update-route.js';
import { UpdateSite } from './update-site.js';

const parts = [
  SitesMoved,
  BaseRepository,
  SiteRepository,
  RouteRepository,
  CreateBase,
  UpdateBase,
  CreateSite,
  UpdateSite,
  CreateRoute,
  UpdateRoute,
  ImportRoutes,
  ImportSites,
];

@Module({
  imports: [TypeOrmModule.forFeature([TrainingBase, TeachingSite, LearningRoute, RouteStop]), UnitsModule],
  providers: parts,
  exports: parts,
})
export class SitesModule implements OnModuleInit {
  constructor(
    private readonly importers: ImporterRegistry,
    private readonly sites: ImportSites,
  ) {}

  onModuleInit(): void {
    this.importers.register(this.sites);
  }
}
