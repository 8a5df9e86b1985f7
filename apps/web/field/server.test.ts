import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { remedyFor } from './rules/packets.policy.ts';
import { askForPack, handOver } from './server.ts';

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
    const newer = await failure(422, problem, { code: 'notYetInvented', type: 'urn:sitang:problem:notYetInvented' });
    expect(newer).toMatchObject({ code: 'notYetInvented', status: 422 });
    expect([2, 1].map((many) => remedyFor(newer, { many, stumbles: 1 }))).toEqual(['split', 'passOver']);
    const ended = await failure(401, problem, { code: 'endedAnew', type: 'urn:sitang:problem:endedAnew' });
    expect(remedyFor(ended, { many: 1, stumbles: 1 })).toBe('stop');
    const foreign: [number, string, unknown][] = [
      [400, 'application/json', { code: 40001 }],
      [413, 'application/json', { code: 'bodyTooLarge' }],
      [401, 'application/json', {}],
      [400, problem, { code: 40001 }],
      [403, problem, null],
      [422, problem, { code: 'unheardOf', type: 'about:blank' }],
    ];
    for (const [status, type, body] of foreign) {
      const gateway = await failure(status, type, body);
      expect(gateway).toMatchObject({ code: 'offline', status: 0, facts: { onTheWay: status } });
      expect(remedyFor(gateway, { many: 1, stumbles: 9 })).toBe('wait');
    }
  });
});

describe('an answer on one bar of signal', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
    jest.useRealTimers();
  });

  /** A pack of so many pieces, one every so many seconds; in vain they are waited for once the phone has given up. */
  const dripping = async (pieces: number, seconds: number): Promise<unknown> => {
    jest.useFakeTimers();
    globalThis.fetch = (_, wish) => {
      let left = pieces;
      const body = new ReadableStream<Uint8Array>({
        start: (pipe) => wish?.signal?.addEventListener('abort', () => pipe.error(new DOMException('', 'AbortError'))),
        async pull(pipe) {
          await new Promise((go) => setTimeout(go, seconds * 1_000));
          if (wish?.signal?.aborted) return;
          pipe.enqueue(new TextEncoder().encode(left === pieces ? '{"cursor":"' : left === 1 ? '"}' : 'x'));
          if (--left === 0) pipe.close();
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }));
    };
    const answer = askForPack('', undefined).catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(pieces * seconds * 1_000);
    return answer;
  };

  it('is waited for as long as pieces of it come, and some minutes at most; what is silent is given up as too slow', async () => {
    expect(await dripping(5, 40)).toEqual({ cursor: 'xxx' });
    for (const [pieces, seconds] of [
      [3, 46],
      [10, 40],
    ] as const)
      expect(await dripping(pieces, seconds)).toMatchObject({ code: 'offline', facts: { tooSlow: true } });
  });
});
