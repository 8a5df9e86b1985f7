import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplyImport } from './apply-import.js';
import { ApplyOnImportConfirmed } from './apply-on-import-confirmed.js';
import { CancelImport } from './cancel-import.js';
import { CheckAgain } from './check-again.js';
import { CheckOnImportStarted } from './check-on-import-started.js';
import { EntrustImport } from './entrust-import.js';
import { FaultyRows } from './faulty-rows.js';
import { ImportContent } from './import-content.js';
import { ImportIntake } from './import-intake.js';
import { ImportPasses } from './import-pass.js';
import { ImportMapping, ImportReading, ImportSkippedRow } from './import-reading.entity.js';
import { ImportReadingRepository } from './import-reading.repository.js';
import { Import, ImportPage, ImportWrite } from './import.entity.js';
import { ImportRepository } from './import.repository.js';
import { ImportWritesRepository } from './import-writes.repository.js';
import { ImporterRegistry } from './importer-registry.js';
import { MapImport } from './map-import.js';
import { RevertImport } from './revert-import.js';
import { RevertOnImportRecalled } from './revert-on-import-recalled.js';
import { RunImport } from './run-import.js';
import { ShowImportSheets } from './show-import-sheets.js';
import { StartImport } from './start-import.js';

const parts = [
  ImporterRegistry,
  ImportRepository,
  ImportReadingRepository,
  ImportWritesRepository,
  ImportIntake,
  ImportContent,
  ImportPasses,
  ShowImportSheets,
  MapImport,
  FaultyRows,
  EntrustImport,
  StartImport,
  CheckAgain,
  ApplyImport,
  CancelImport,
  RevertImport,
  RunImport,
  CheckOnImportStarted,
  ApplyOnImportConfirmed,
  RevertOnImportRecalled,
];

/** Needs FilesModule beside it, and a provider of PERMISSION_CHECK that everybody sees. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Import, ImportPage, ImportWrite, ImportReading, ImportSkippedRow, ImportMapping])],
  providers: parts,
  exports: parts,
})
export class ImportsModule {}
