import 'reflect-metadata';
import { DatabaseNewerThanCode } from '#platform/database';
import { Refusal } from '#platform/refusal';
import { explainStart } from '#platform/start';
import { explainRefusal } from '#contract';
import { Misuse } from './arguments.js';

/** Exit code by which the start-up knows a database that is newer than the code. */
const newerDatabase = 3;

interface Command {
  usage: string;
  run(args: string[]): Promise<number>;
}

/** Loaded when called: `migrate` must not wait for what it does not need. */
const commands: Record<string, () => Promise<Command>> = {
  init: async () => (await import('./init.js')).init,
  migrate: async () => (await import('./migrate-database.js')).migrateDatabase,
  demo: async () => (await import('./demo.js')).demo,
  import: async () => (await import('./import-file.js')).importFile,
  recount: async () => (await import('./recount.js')).recount,
  figures: async () => (await import('./figures.js')).figures,
  user: async () => (await import('./user.js')).user,
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!load) {
  const all = await Promise.all(Object.values(commands).map((one) => one()));
  process.stderr.write(`用法 · usage:\n${all.map((one) => `  npx sitang ${one.usage}`).join('\n')}\n`);
  process.exit(2);
}
const command = await load();
try {
  process.exitCode = await command.run(args);
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): number {
  const write = (line: string): void => void process.stderr.write(`${line}\n`);
  if (error instanceof Misuse) write(`${error.message}\n用法 · usage: npx sitang ${command.usage}`);
  else if (error instanceof Refusal) {
    const { zh, en } = explainRefusal(error.code);
    write(`${zh} · ${en} (${error.code}) ${JSON.stringify(error.facts)}`);
  } else write(explainStart(error));
  return error instanceof DatabaseNewerThanCode ? newerDatabase : 1;
}
