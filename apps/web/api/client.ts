import createClient from 'openapi-fetch';
import { Problem, problemOf } from './problem.ts';
import { uuid } from './uuid.ts';
import type { components, paths } from './schema.d.ts';

export type Shown<Name extends keyof components['schemas']> = components['schemas'][Name];

export { type FieldFault, Problem } from './problem.ts';

type Listener = () => void;
const signedOut = new Set<Listener>();
const forbidden = new Set<Listener>();
const heardBy = (listeners: Set<Listener>, listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** Calls back whenever an answer says that nobody is signed in any more. */
export const onSignedOut = (listener: Listener): (() => void) => heardBy(signedOut, listener);
/** Calls back whenever something is refused that the reader may not do, or may no longer. */
export const onForbidden = (listener: Listener): (() => void) => heardBy(forbidden, listener);

/** For who asked `/v1/me` itself and cannot go on without an account. */
export const tellSignedOut = (): void => signedOut.forEach((listener) => listener());

export function tell({ code }: Problem): void {
  if (code === 'notSignedIn') tellSignedOut();
  if (code === 'forbidden') for (const listener of forbidden) listener();
}

const client = createClient<paths>({ baseUrl: '/', querySerializer: { array: { style: 'form', explode: false } } });
client.use({
  onRequest({ request }) {
    request.headers.set('accept', 'application/json');
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) return undefined;
    const problem = await problemOf(response.clone());
    if (!request.url.endsWith('/v1/me')) tell(problem);
    throw problem;
  },
  onError() {
    return new Problem('offline', 0);
  },
});

/**
 * Waits for an answer and gives its body.
 * @throws Problem whatever it was that the API, or nobody, answered
 */
export async function told<T>(asked: Promise<{ data?: T }>): Promise<T> {
  return (await asked).data as T;
}

export const api = client;

/** A key under which a change is done once, however often it is sent. */
export const once = (): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': uuid() });

/** The version of a row as a change has to name it. */
export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });

/** An id in the path. The document calls it a number; it is a text that nobody reads, and goes as it came. */
export const byId = (id: string): { id: number } => ({ id: id as unknown as number });
