#!/usr/bin/env node
// `npm start [-- --empty]`
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCounty } from './start-county.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.exit(await startCounty({ root, args: process.argv.slice(2), env: process.env }));
