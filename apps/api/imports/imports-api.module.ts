import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { AccountsModule } from '#accounts';
import { FilesModule } from '#platform/files';
import { ImportsModule } from '#platform/imports';
import { ImportFilesController } from './import-files.controller.js';
import { ImportsController } from './imports.controller.js';
import { ShownImports } from './shown-imports.js';

/** The kinds register themselves as the modules of their libs start. */
@Module({
  imports: [AccessModule, AccountsModule, FilesModule, ImportsModule],
  controllers: [ImportFilesController, ImportsController],
  providers: [ShownImports],
})
export class ImportsApiModule {}
