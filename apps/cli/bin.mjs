#!/usr/bin/env node
// `npx sitang …`: handed to the launcher, which knows where this clone's services are and with which keys their rows are read.
import { argv } from 'node:process';

const launcher = new URL('../launcher/sitang-command.mjs', import.meta.url);
const { runCommand } = await import(launcher.href);
process.exit(await runCommand(argv.slice(2)));
