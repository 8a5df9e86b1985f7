import { ConsoleLogger } from '@nestjs/common';

/** What the programs of a test write as errors: kept quiet while a test provokes them, printed at any other time. */
export class ErrorLog extends ConsoleLogger {
  private provoked?: string[];

  constructor() {
    super({ logLevels: ['fatal', 'error', 'warn'], colors: false });
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (this.provoked) this.provoked.push(String(message));
    else super.error(message, ...rest);
  }

  /** Does what is to provoke errors. Returns what was written meanwhile, or prints it when the work fails. */
  async provokedBy(work: () => Promise<unknown>): Promise<string[]> {
    const lines: string[] = (this.provoked = []);
    try {
      await work();
      return lines;
    } catch (fault) {
      for (const line of lines) super.error(line);
      throw fault;
    } finally {
      this.provoked = undefined;
    }
  }
}
