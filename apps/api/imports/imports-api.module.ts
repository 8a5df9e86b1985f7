import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { FilesModule } from '#platform/files';
import { ImportsModule } from '#platform/imports';
import { ImportsController } from './imports.controller.js';

/** The kinds register themselves as the modules of their libs start. */
@Module({ imports: [AccessModule, FilesModule, ImportsModule], controllers: [ImportsController] })
export class ImportsApiModule {}
