import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { explainRefusal, type RefusalCode, refusalCodes } from '#contract';
import { problemType } from './problem.js';

type Operation = Record<string, unknown> & {
  operationId?: string;
  parameters?: { name: string; in: string }[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
};

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const problemRef = { $ref: '#/components/schemas/Problem' };

/** The document of the whole API: every route, who may call it, every refusal with its code. */
export function describeApi(app: INestApplication, cookieName: string): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('四堂课 Sitang')
    .setDescription(
      '农村党员干部群众培训课程与登记平台 · Courses and attendance of rural training. Refusals are RFC 9457 problems with a stable `code`.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'POST /v1/tokens' }, 'bearer')
    .addCookieAuth(cookieName, { type: 'apiKey', in: 'cookie', description: 'POST /v1/sign-in' }, 'cookie')
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').replace(/^./, (c) => c.toLowerCase())}_${method}`,
  });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problemSchema } as never };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method] as unknown as Operation | undefined;
      if (operation) complete(operation, method, path);
    }
  }
  return document;
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `code` is stable; clients rely on it and never on the titles.',
  required: ['type', 'title', 'titleEn', 'status', 'code', 'requestId'],
  additionalProperties: true,
  properties: {
    type: { type: 'string', example: problemType('notFound') },
    title: { type: 'string', description: '中文说明', example: '没有找到' },
    titleEn: { type: 'string', example: 'Not found' },
    status: { type: 'integer', example: 404 },
    code: { type: 'string', enum: refusalCodes, example: 'notFound' },
    requestId: { type: 'string', example: '0b9c7a52-6c1e-4a0f-8f57-1d2e3f4a5b6c' },
    fields: {
      type: 'array',
      description: 'per field: which, and what is wrong with it',
      items: {
        type: 'object',
        required: ['field', 'fault'],
        properties: { field: { type: 'string', example: 'name' }, fault: { type: 'string', example: 'required' }, allowed: {} },
      },
    },
  },
};

/** Adds what every route of its manner may answer, groups the refusals by status, and takes our own marks out. */
function complete(operation: Operation, method: string, path: string): void {
  const own = (operation['x-refusals'] ?? []) as RefusalCode[];
  const codes = new Set<RefusalCode>([...own, ...usual(operation, method, path)]);
  if (takesKey(operation, method)) {
    operation.parameters = [...(operation.parameters ?? []), idempotencyKey as never];
  }
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codes) {
    const { status } = explainRefusal(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  for (const [status, list] of [...byStatus].sort(([a], [b]) => a - b)) {
    operation.responses[status] = {
      description: list.map((code) => `\`${code}\` ${explainRefusal(code).en}`).join(' · '),
      content: {
        'application/problem+json': {
          schema: problemRef,
          examples: Object.fromEntries(list.map((code) => [code, { value: exampleOf(code) }])),
        },
      },
    };
  }
  delete operation['x-refusals'];
  delete operation['x-versioned'];
  delete operation['x-keyless'];
}

/** Whether a key for repeats is read here; where it means nothing (`Keyless`), one that is none is refused all the same. */
const readsKey = (operation: Operation, method: string): boolean =>
  operation['x-who'] === 'signedIn' && (method === 'post' || method === 'put');
const takesKey = (operation: Operation, method: string): boolean => readsKey(operation, method) && !operation['x-keyless'];

function usual(operation: Operation, method: string, path: string): RefusalCode[] {
  const parameters = operation.parameters ?? [];
  const codes: RefusalCode[] = ['unavailable', 'unexpected'];
  if (operation['x-who'] === 'signedIn') codes.push('notSignedIn');
  if (operation['x-permissions']) codes.push('forbidden');
  if (operation['x-who'] === 'signedIn' && method !== 'get') codes.push('originMismatch');
  if (operation.requestBody)
    codes.push('malformedBody', 'invalidFields', 'malformedText', 'tooDeep', 'bodyTooLarge', 'mediaTypeUnsupported');
  if (parameters.some((one) => one.in === 'query')) codes.push('invalidParameters', 'malformedText');
  if (parameters.some((one) => one.name === 'cursor')) codes.push('cursorInvalid');
  if (path.includes('{')) codes.push('notFound');
  if (operation['x-versioned']) codes.push('preconditionRequired', 'versionMismatch');
  if (readsKey(operation, method)) codes.push('idempotencyKeyInvalid');
  if (takesKey(operation, method)) codes.push('idempotencyKeyReused');
  return codes;
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '1–80 个可见 ASCII 字符;同号同文的重复请求得到第一次的答复 · a repeat with the same key and body gets the first answer',
  schema: { type: 'string', minLength: 1, maxLength: 80, example: '7f3c8d1e-52a4-4b6f-9a0d-3e5b7c9d1f20' },
};

const exampleOf = (code: RefusalCode): object => {
  const { status, zh, en } = explainRefusal(code);
  return { type: problemType(code), title: zh, titleEn: en, status, code, requestId: '0b9c7a52-6c1e-4a0f-8f57-1d2e3f4a5b6c' };
};
