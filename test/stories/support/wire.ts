import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A wire between the product and one of its servers, that can be cut, or stand still with its connections open. */
export class Wire {
  private readonly sockets = new Set<Socket>();
  private state: 'whole' | 'cut' | 'still' = 'whole';

  /** `url`: the server's address by way of the wire. */
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(target: string): Promise<Wire> {
    const url = new URL(target);
    const [port, host] = [Number(url.port), url.hostname];
    const server = createServer((near) => (wire.state === 'cut' ? void near.destroy() : wire.join(near, connect(port, host))));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url.hostname = '127.0.0.1';
    url.port = String((server.address() as AddressInfo).port);
    const wire = new Wire(server, url.href);
    return wire;
  }

  cut(): void {
    this.state = 'cut';
    for (const socket of this.sockets) socket.destroy();
  }

  standStill(): void {
    this.state = 'still';
    for (const socket of this.sockets) socket.pause();
  }

  mend(): void {
    this.state = 'whole';
    for (const socket of this.sockets) socket.resume();
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket, far: Socket): void {
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      if (this.state === 'still') one.pause();
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
