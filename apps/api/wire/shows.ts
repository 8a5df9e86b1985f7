import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';

interface Told {
  /** 200 unless told. Say the same with `@HttpCode` where it is not Nest's own choice (POST: 201). */
  status?: number;
  /** What the call does, in one sentence: Chinese · English. */
  summary: string;
}

/** The page of a route in the document: what it does and the view it answers with. */
export const Shows = (view: Type<unknown>, { status = 200, summary }: Told): MethodDecorator =>
  applyDecorators(ApiOperation({ summary }), ApiResponse({ status, type: view, description: summary }));

/** The same for a list in pages. */
export const ShowsPage = (view: Type<unknown>, { status = 200, summary }: Told): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(view),
    ApiResponse({
      status,
      description: summary,
      schema: {
        type: 'object',
        required: ['items', 'nextCursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(view) } },
          nextCursor: { type: 'string', nullable: true, example: null },
        },
      },
    }),
  );

/** The same for a list that answers whole. */
export const ShowsList = (view: Type<unknown>, { status = 200, summary }: Told): MethodDecorator =>
  applyDecorators(ApiOperation({ summary }), ApiResponse({ status, type: view, isArray: true, description: summary }));

/** The same for a route that answers nothing (204). */
export const ShowsNothing = ({ status = 204, summary }: Told): MethodDecorator =>
  applyDecorators(ApiOperation({ summary }), ApiResponse({ status, description: summary }));
