import { type Answer } from './call.js';

/** The parts of JSON Schema that the document uses. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  format?: string;
  enum?: unknown[];
  nullable?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  maxItems?: number;
}

export interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema; examples?: Record<string, unknown> }> }>;
  [extension: string]: unknown;
}

/** The document of the API as callers read it, and what does not agree with it. */
export class ApiDocument {
  constructor(
    private readonly document: { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } },
  ) {}

  get operations(): { where: string; path: string; method: string; operation: Operation }[] {
    return Object.entries(this.document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ where: `${method.toUpperCase()} ${path}`, path, method, operation })),
    );
  }

  /** Places where a schema leaves open what is there: an object without fields, a list of anything, nothing said at all. */
  vague(schema: Schema, at: string, above: readonly string[] = []): string[] {
    if (schema.$ref) {
      if (above.includes(schema.$ref)) return [];
      const told = this.resolve(schema);
      return told ? this.vague(told, schema.$ref.split('/').at(-1)!, [...above, schema.$ref]) : [`${at} → ${schema.$ref}`];
    }
    const parts = schema.allOf ?? [];
    if (parts.length > 0) return parts.flatMap((part) => this.vague(part, at, above));
    // Nothing stands in a list that is always empty.
    if (schema.maxItems === 0) return [];
    if (schema.type === 'array') return schema.items ? this.vague(schema.items, `${at}[]`, above) : [at];
    if (schema.type !== 'object') return schema.type ? [] : [at];
    const values = typeof schema.additionalProperties === 'object' ? this.vague(schema.additionalProperties, `${at}.*`, above) : [];
    const fields = Object.entries(schema.properties ?? {});
    if (fields.length === 0 && typeof schema.additionalProperties !== 'object') return [at];
    return [...values, ...fields.flatMap(([name, field]) => this.vague(field, `${at}.${name}`, above))];
  }

  /** In what an answer is not what the document says of its route: status, code, fields. Empty when it agrees. */
  faults(method: string, address: string, answer: Answer): string[] {
    const operation = this.find(method, address);
    if (!operation) return [`${method} ${address} is not in the document`];
    const told = operation.responses[answer.status];
    if (!told) return [`${answer.status} ${answer.json?.code ?? ''} is not told`];
    const [[type, content] = []] = Object.entries(told.content ?? {});
    if (!type || !content) return answer.text === '' ? [] : [`${answer.status} has an answer that is not told`];
    if (type === 'application/problem+json' && !(answer.json.code in (content.examples ?? {}))) return [`${answer.json.code} is not told`];
    return type.includes('json') ? this.misfits(content.schema, answer.json, 'answer') : [];
  }

  private misfits(schema: Schema, value: unknown, at: string): string[] {
    if (value === null && schema.nullable) return [];
    if (schema.$ref) return this.misfits(this.resolve(schema)!, value, at);
    if (schema.allOf) return schema.allOf.flatMap((part) => this.misfits(part, value, at));
    if (schema.enum && !schema.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}`];
    if (!isOfType(schema.type, value)) return [`${at} is ${JSON.stringify(value)}, not ${schema.type}`];
    if (schema.type === 'array') return (value as unknown[]).flatMap((one, i) => this.misfits(schema.items ?? {}, one, `${at}[${i}]`));
    if (schema.type !== 'object') return [];
    const { properties = {}, required = [], additionalProperties = false } = schema;
    const missing = required.filter((name) => !(name in (value as object))).map((name) => `${at}.${name} is missing`);
    const wrong = Object.entries(value as object).flatMap(([name, part]) => {
      const field = properties[name] ?? additionalProperties;
      if (typeof field === 'boolean') return field ? [] : [`${at}.${name} is not told`];
      return this.misfits(field, part, `${at}.${name}`);
    });
    return [...missing, ...wrong];
  }

  private resolve({ $ref }: Schema): Schema | undefined {
    return this.document.components.schemas[$ref!.split('/').at(-1)!];
  }

  private find(method: string, address: string): Operation | undefined {
    const parts = address.split('?')[0]!.split('/');
    const fits = (path: string): boolean => {
      const told = path.split('/');
      return told.length === parts.length && told.every((part, i) => part === parts[i] || (part.startsWith('{') && parts[i] !== ''));
    };
    // A path that says a part itself goes before one that leaves it open.
    const paths = Object.keys(this.document.paths).filter((path) => fits(path) && method.toLowerCase() in this.document.paths[path]!);
    const path = paths.sort((a, b) => a.split('{').length - b.split('{').length)[0];
    return path === undefined ? undefined : this.document.paths[path]![method.toLowerCase()];
  }
}

function isOfType(type: string | undefined, value: unknown): boolean {
  if (type === undefined) return true;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
