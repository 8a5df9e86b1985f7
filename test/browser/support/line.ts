import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** The line between phones and the county, with an address of its own. What it does to them it does to real connections. */
export interface Line {
  origin: string;
  /** Nobody is reached any more, until `mend`. */
  cut(): void;
  mend(): void;
  /** Of the packets of marks this part gets no answer, though the county has taken them. `count` tells how many that were. */
  loseAnswers(part: number): { count: number };
  /** Packets of marks are turned away by something on the way, until `mend`. */
  turnAwayMarks(): void;
  /** What the county answers at this path comes changed; `null`: as it is again. */
  change(path: string, how: ((body: string) => string) | null): void;
  /** Packets that reached the county, by how many marks each held, and by how many bytes came over the line. */
  packets: number[];
  wire: number[];
  /** Photos stay on the line without an answer, and reach nobody, until `mend`. `brokenOff` tells how many the phone gave up meanwhile. */
  holdPhotos(): { brokenOff: number };
  /** What reached the county, in its order; of photos by how many bytes came over the line. */
  handed: ('marks' | { photo: number })[];
  stop(): Promise<void>;
}

export async function startLine(county: string): Promise<Line> {
  let isCut = false;
  let turnsAway = false;
  let held: (() => void)[] | null = null;
  const holding = { brokenOff: 0 };
  let part = 0;
  let debt = 0;
  const lost = { count: 0 };
  const changes = new Map<string, (body: string) => string>();
  const packets: number[] = [];
  const wire: number[] = [];
  const handed: Line['handed'] = [];
  const sockets = new Set<Socket>();

  /** Evenly, so that a run is like the other: the third, the sixth and the tenth of ten at 0.3. */
  const losesThis = (): boolean => {
    debt += part;
    if (debt < 1) return false;
    debt -= 1;
    lost.count += 1;
    return true;
  };
  const pass = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body: Buffer[] = [];
    for await (const chunk of asked) body.push(chunk as Buffer);
    const { url = '/', method, headers } = asked;
    const isPacket = url === '/v1/field/marks';
    if (isPacket && turnsAway) return void answer.writeHead(502, { 'content-type': 'text/html' }).end('Bad Gateway');
    const sentAs = Buffer.concat(body);
    const isPhoto = url.startsWith('/v1/field/photos/');
    if (isPhoto && held) {
      await new Promise<void>((go) => {
        held!.push(go);
        asked.socket.once('close', go);
      });
      if (asked.socket.destroyed) return void (holding.brokenOff += 1);
    }
    if (isPacket || isPhoto) handed.push(isPacket ? 'marks' : { photo: sentAs.length });
    const clear = headers['content-encoding'] === 'gzip' ? gunzipSync(sentAs) : sentAs;
    if (isPacket) packets.push((JSON.parse(clear.toString()) as { marks: unknown[] }).marks.length);
    if (isPacket) wire.push(sentAs.length);
    const loses = isPacket && losesThis();
    const change = changes.get(url);
    const onward = request(`${county}${url}`, { method, headers }, async (came) => {
      const parts: Buffer[] = [];
      for await (const chunk of came) parts.push(chunk as Buffer);
      if (isCut || loses) return void asked.socket.destroy();
      const whole = Buffer.concat(parts);
      const sent = change ? Buffer.from(change(whole.toString())) : whole;
      const about = { ...came.headers };
      if (about['content-length'] !== undefined) about['content-length'] = String(sent.length);
      answer.writeHead(came.statusCode!, about).end(sent);
    });
    onward.on('error', () => asked.socket.destroy());
    onward.end(Buffer.concat(body));
  };
  const server = createServer((asked, answer) => {
    if (isCut) return void asked.socket.destroy();
    pass(asked, answer).catch(() => asked.socket.destroy());
  });
  server.on('connection', (socket) => {
    if (isCut) return void socket.destroy();
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const drop = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = turnsAway = false;
      part = debt = 0;
      for (const go of held ?? []) go();
      held = null;
    },
    loseAnswers(wish) {
      part = wish;
      debt = 0;
      lost.count = 0;
      return lost;
    },
    turnAwayMarks() {
      turnsAway = true;
    },
    holdPhotos() {
      held ??= [];
      holding.brokenOff = 0;
      return holding;
    },
    change(path, how) {
      if (how) changes.set(path, how);
      else changes.delete(path);
    },
    packets,
    wire,
    handed,
    async stop() {
      const closed = new Promise((go) => server.close(go));
      drop();
      await closed;
    },
  };
}
