import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { CourseRepository, keepCourses } from './course.repository.js';
import { type CourseInput } from './create-course.js';

/** The kind stays: classes of the course were taught as that kind. */
export type CourseChanges = Partial<Omit<CourseInput, 'code' | 'kind'>>;

/** Refusals: notFound, versionMismatch, referenceUnknown, unitRetired. */
@Injectable()
export class UpdateCourse {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly courses: CourseRepository,
  ) {}

  run(ctx: Context, input: { id: number; version: number; changes: CourseChanges }): Promise<ChangedRow> {
    const { id, version, changes: fields } = input;
    return this.keeper.change(ctx, keepCourses(this.courses), { scope: scopeOf(ctx, 'catalogue.manage'), id, version, fields });
  }
}
