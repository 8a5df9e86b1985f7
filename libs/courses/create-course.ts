import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import { type CourseKind } from '#contract';
import { type Context } from '#platform/context';
import { type ChangedRow, RegisterKeeper } from '#units';
import { CourseRepository, keepCourses } from './course.repository.js';

export interface CourseInput {
  unitId: number;
  name: string;
  code?: string | null;
  kind: CourseKind;
  subject?: string | null;
  outline?: string | null;
}

/** Refusals: referenceUnknown, unitRetired, alreadyExists (code). */
@Injectable()
export class CreateCourse {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly courses: CourseRepository,
  ) {}

  run(ctx: Context, fields: CourseInput): Promise<ChangedRow> {
    return this.keeper.add(ctx, keepCourses(this.courses), { scope: scopeOf(ctx, 'catalogue.manage'), fields });
  }
}
