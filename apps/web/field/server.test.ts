import { afterEach, describe, expect, it } from '@jest/globals';
import { remedyFor } from './rules/packets.policy.ts';
import { handOver } from './server.ts';

describe('an answer that is a failure', () => {
  const { fetch } = globalThis;
  afterEach(() => void (globalThis.fetch = fetch));

  const failure = async (status: number, type: string, body: unknown) => {
    globalThis.fetch = () => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }));
    return (await handOver('', {} as never).then(
      () => undefined,
      (error: unknown) => error,
    )) as Parameters<typeof remedyFor>[0];
  };

  it('is the county’s word in its own format and codes only: a gateway’s JSON gives no mark up', async () => {
    const problem = 'application/problem+json; charset=utf-8';
    const fields = [{ field: 'marks.0.status', fault: 'wrong' }];
    const own = await failure(400, problem, { code: 'invalidFields', fields });
    expect(own).toMatchObject({ code: 'invalidFields', status: 400, fields });
    expect(remedyFor(own, { many: 1, stumbles: 1 })).toBe('refuse');
    const foreign: [number, string, unknown][] = [
      [400, 'application/json', { code: 40001 }],
      [413, 'application/json', { code: 'bodyTooLarge' }],
      [401, 'application/json', {}],
      [400, problem, { code: 40001 }],
      [403, problem, null],
    ];
    for (const [status, type, body] of foreign) {
      const gateway = await failure(status, type, body);
      expect(gateway).toMatchObject({ code: 'offline', status: 0, facts: { onTheWay: status } });
      expect(remedyFor(gateway, { many: 1, stumbles: 9 })).toBe('wait');
    }
  });
});
