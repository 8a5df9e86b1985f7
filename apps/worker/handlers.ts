import { type Type } from '@nestjs/common';
import { type JobHandler } from '#platform/jobs';
import { ApplyOnImportConfirmed, CheckOnImportStarted, RevertOnImportRecalled } from '#platform/imports';
import { CompileClassHandler } from '#statistics';

/** Every declared job has its handler here; the worker does not start when one is missing or stands twice. */
export const handlers: Type<JobHandler>[] = [CompileClassHandler, CheckOnImportStarted, ApplyOnImportConfirmed, RevertOnImportRecalled];
