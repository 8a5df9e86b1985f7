import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importKinds, type ImportKind } from '#contract';
import { systemContext } from '#platform/context';
import { RunImport } from '#platform/imports';
import { Misuse, readArguments } from './arguments.js';
import { withProgram } from './program.js';
import { say } from './say.js';

export const importFile = {
  usage: 'import KIND FILE.xlsx',
  run(args: string[]): Promise<number> {
    const [kind, path] = readArguments(args, {}).rest;
    if (!importKinds.includes(kind as ImportKind) || !path) throw new Misuse(`KIND: ${importKinds.join(' ')}`);
    return withProgram(async (program) => {
      const done = await program
        .get(RunImport)
        .run(systemContext('cli'), { kind: kind as ImportKind, name: basename(path), bytes: await readFile(path) });
      say(`${done.state}: ${JSON.stringify(done.counts)}`);
      return done.state === 'applied' && done.counts.faulty === 0 ? 0 : 1;
    });
  },
};
