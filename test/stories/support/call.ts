/** What came back, read as JSON where it is some. */
export interface Answer {
  status: number;
  type: string;
  headers: Headers;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects of an answer by looking into it
  json: any;
}

export interface CallOptions {
  method?: string;
  token?: string;
  cookie?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, called JSON. */
  raw?: string | Uint8Array;
  headers?: Record<string, string>;
}

export const callerOf =
  (origin: string) =>
  async (path: string, { method, token, cookie, body, raw, headers = {} }: CallOptions = {}): Promise<Answer> => {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(origin + path, {
      method: method ?? (content === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      body: content as RequestInit['body'],
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return {
      status: response.status,
      type,
      headers: response.headers,
      text,
      json: /json/.test(type) && text !== '' ? JSON.parse(text) : undefined,
    };
  };
