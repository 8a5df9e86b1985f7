import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplyImport } from './apply-import.js';
import { ApplyOnImportConfirmed } from './apply-on-import-confirmed.js';
import { CheckOnImportStarted } from './check-on-import-started.js';
import { ImportIntake } from './import-intake.js';
import { ImportPasses } from './import-pass.js';
import { Import, ImportRow } from './import.entity.js';
import { ImportRepository } from './import.repository.js';
import { ImporterRegistry } from './importer-registry.js';
import { RevertImport } from './revert-import.js';
import { RevertOnImportRecalled } from './revert-on-import-recalled.js';
import { RunImport } from './run-import.js';
import { StartImport } from './start-import.js';

const parts = [
  ImporterRegistry,
  ImportRepository,
  ImportIntake,
  ImportPasses,
  StartImport,
  ApplyImport,
  RevertImport,
  RunImport,
  CheckOnImportStarted,
  ApplyOnImportConfirmed,
  RevertOnImportRecalled,
];

/** Needs FilesModule beside it, and a provider of PERMISSION_CHECK that everybody sees. */
@Global()
@Module({ imports: [TypeOrmModule.forFeature([Import, ImportRow])], providers: parts, exports: parts })
export class ImportsModule {}
