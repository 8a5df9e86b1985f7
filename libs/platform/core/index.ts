import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry, AuditEntryUnit, AuditTrail } from '#platform/audit';
import { type Config, CONFIG } from '#platform/config';
import { DatabaseIdentity, DatabaseModule, IdempotencyKey } from '#platform/database';
import { JobsModule } from '#platform/jobs';
import { Secrecy } from '#platform/secrecy';

/** What every process of the product stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule, JobsModule, TypeOrmModule.forFeature([AuditEntry, AuditEntryUnit, DatabaseIdentity, IdempotencyKey])],
      providers: [{ provide: CONFIG, useValue: config }, { provide: Secrecy, useFactory: () => new Secrecy(config) }, AuditTrail],
      exports: [CONFIG, Secrecy, AuditTrail, DatabaseModule, JobsModule],
    };
  }
}
