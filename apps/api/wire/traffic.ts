import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { now } from '#platform/clock';

/** Upper bounds of the buckets, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  labels: string;
  count: number;
  seconds: number;
  /** How many took at most the bound of the same place. */
  within: number[];
}

/** How many requests of each route were answered how, and how long they took: for `/metrics`. */
export class Traffic {
  private readonly series = new Map<string, Series>();

  count(method: string, route: string, status: number, seconds: number): void {
    const labels = `method="${method}",route="${route.replace(/["\\\n]/g, '')}",status="${status}"`;
    let one = this.series.get(labels);
    if (!one) this.series.set(labels, (one = { labels, count: 0, seconds: 0, within: bounds.map(() => 0) }));
    one.count++;
    one.seconds += seconds;
    for (let i = bounds.length - 1; i >= 0 && seconds <= bounds[i]!; i--) one.within[i]!++;
  }

  /** In the text format of Prometheus. */
  lines(): string[] {
    const name = 'sitang_http_request_duration_seconds';
    return [
      `# HELP ${name} Requests by route, method and status.`,
      `# TYPE ${name} histogram`,
      ...[...this.series.values()].flatMap((one) => [
        ...bounds.map((bound, i) => `${name}_bucket{${one.labels},le="${bound}"} ${one.within[i]}`),
        `${name}_bucket{${one.labels},le="+Inf"} ${one.count}`,
        `${name}_sum{${one.labels}} ${one.seconds.toFixed(6)}`,
        `${name}_count{${one.labels}} ${one.count}`,
      ]),
    ];
  }
}

/** The route as it is declared: an address holds ids and search words, which belong in no log. */
const routeOf = (request: FastifyRequest): string => (request.is404 ? 'none' : (request.routeOptions.url ?? 'none'));

/** One line a request, and the counts. `write` gets the line without its end. */
export function watchTraffic(server: FastifyInstance, traffic: Traffic, write: (line: string) => void): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const [route, ms] = [routeOf(request), reply.elapsedTime];
    traffic.count(request.method, route, reply.statusCode, ms / 1_000);
    write(`${now().toISOString()} ${request.method} ${route} ${reply.statusCode} ${ms.toFixed(1)}ms ${request.id}`);
  });
}
