import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FileStore } from './file-store.js';
import { FileChunk, StoredFile } from './stored-file.entity.js';

@Global()
@Module({ imports: [TypeOrmModule.forFeature([StoredFile, FileChunk])], providers: [FileStore], exports: [FileStore] })
export class FilesModule {}
