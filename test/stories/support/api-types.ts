import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';

/**
 * The types of the API for its pages, from the document that the API gives of itself. Refusals are left out: they all have one
 * shape, `Problem` in client.ts, and would be half of the text; so are examples.
 */
export async function typesOf(document: object): Promise<string> {
  const bare = JSON.stringify(document, (name, value: unknown) => (name === 'example' || name === 'examples' ? undefined : value));
  const answers = JSON.parse(bare) as { paths: Record<string, Record<string, { responses: Record<string, unknown> }>> };
  for (const item of Object.values(answers.paths))
    for (const operation of Object.values(item))
      operation.responses = Object.fromEntries(Object.entries(operation.responses).filter(([status]) => Number(status) < 300));
  const nodes = await openapiTypescript(answers as unknown as OpenAPI3, { defaultNonNullable: false });
  return astToString(nodes);
}
