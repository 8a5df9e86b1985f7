#!/usr/bin/env node
// `npm test [-- --quick [--again]] [-- jest's own arguments]`
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testRun } from './test-run.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.exit(await testRun({ root, args: process.argv.slice(2), env: process.env }));
