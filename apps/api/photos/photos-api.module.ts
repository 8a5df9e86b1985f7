import { Module } from '@nestjs/common';
import { AttendanceModule } from '#attendance';
import { PhotosController } from './photos.controller.js';

@Module({ imports: [AttendanceModule], controllers: [PhotosController] })
export class PhotosApiModule {}
