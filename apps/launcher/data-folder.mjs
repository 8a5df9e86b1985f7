// The data folder: private files in it, and the plain answers when it cannot be written.
import { accessSync, closeSync, constants, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statfsSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { Trouble } from './say.mjs';

// A new private database takes some 120 MB of files before the first row.
const leastFreeMB = 300;

/** @param {NodeJS.ProcessEnv} env @param {string} root */
export const dataFolderOf = (env, root) => resolve(env.SITANG_DATA || join(root, '.data'));

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error)?.code ?? '';

/** @param {string} path */
export const diskFull = (path) =>
  new Trouble(`磁盘已满:${path}`, 'the disk is full', { more: [`df -h ${path}`, 'SITANG_DATA=/another/folder npm start'] });

/** A full disk in words, any other error as it is. @param {unknown} error @param {string} path */
export const orDiskFull = (error, path) => (['ENOSPC', 'EDQUOT'].includes(codeOf(error)) ? diskFull(path) : error);

/**
 * What it means that the data folder's own files cannot be made.
 * @param {unknown} error
 * @param {string} path
 */
export function writeTrouble(error, path) {
  const code = codeOf(error);
  if (['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code))
    return new Trouble(`数据文件夹不可写:${path}(${code})`, 'the data folder cannot be written', {
      more: ['SITANG_DATA=/another/folder npm start'],
      cause: error,
    });
  return orDiskFull(error, path);
}

/**
 * Makes the folder if it is missing and makes sure it can be written.
 * @param {string} path absolute
 */
export function openDataFolder(path) {
  try {
    mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK);
    const probe = join(path, `.probe-${process.pid}`);
    writeFileSync(probe, 'writable\n');
    rmSync(probe);
    const { bavail, bsize } = statfsSync(path);
    if (bavail * bsize < leastFreeMB * 2 ** 20 && !existsSync(join(path, 'database')))
      throw Object.assign(new Error('too little space'), { code: 'ENOSPC' });
  } catch (error) {
    throw writeTrouble(error, path);
  }
}

/**
 * @param {string} path
 * @returns {any} undefined when there is no such file
 */
export function readJson(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Trouble(`文件已损坏:${path}`, 'this file is damaged: restore it from a backup');
  }
}

/**
 * Whole or not at all, for the owner's eyes only, and on the disk when this returns.
 * @param {string} path
 * @param {unknown} value
 */
export function writeJson(path, value) {
  const aside = `${path}.${process.pid}.new`;
  const file = openSync(aside, 'w', 0o600);
  try {
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, path);
}

/**
 * The keys that encrypt and index personal data, made once per folder. The environment's keys win.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ SITANG_DATA_KEY: string, SITANG_INDEX_KEY: string }}
 */
export function dataKeys(folder, env) {
  const path = join(folder, 'secrets.json');
  let kept = readJson(path);
  if (!kept && !(env.SITANG_DATA_KEY && env.SITANG_INDEX_KEY)) {
    // New keys cannot read old rows: a folder that has a database but no keys has lost them.
    if (existsSync(join(folder, 'database')))
      throw new Trouble(
        `密钥文件不见了:${path}`,
        'the key file is missing though a database is there: restore it, or set SITANG_DATA_KEY and SITANG_INDEX_KEY',
      );
    kept = { SITANG_DATA_KEY: randomBytes(32).toString('base64'), SITANG_INDEX_KEY: randomBytes(32).toString('base64') };
    writeJson(path, kept);
  }
  return {
    SITANG_DATA_KEY: env.SITANG_DATA_KEY ?? kept?.SITANG_DATA_KEY,
    SITANG_INDEX_KEY: env.SITANG_INDEX_KEY ?? kept?.SITANG_INDEX_KEY,
  };
}

const logLimit = 5 * 2 ** 20;

/** @param {string} path */
const sizeOf = (path) => (existsSync(path) ? statSync(path).size : 0);

/**
 * A log of a long-running program, opened for appending; one that has grown large becomes `.1` first.
 * @param {string} folder
 * @param {string} name
 */
export function openLog(folder, name) {
  const path = join(folder, 'logs', `${name}.log`);
  if (sizeOf(path) > logLimit) renameSync(path, `${path}.1`);
  return { path, fd: openSync(path, 'a', 0o600), from: sizeOf(path) };
}

/**
 * The same for a log that a program goes on writing to: it is emptied where it is, since the program holds it open for appending. What is
 * written between copy and cut is lost.
 * @param {{ path: string, from: number }} log
 */
export function trimLog(log) {
  if (sizeOf(log.path) <= logLimit) return;
  try {
    copyFileSync(log.path, `${log.path}.1`);
  } catch (error) {
    // Where there is no room for two, the newest lines are to come.
    if (!['ENOSPC', 'EDQUOT'].includes(codeOf(error))) return;
  }
  truncateSync(log.path);
  log.from = 0;
}

/**
 * @param {{ path: string, from: number }} log
 * @returns {string} what was written since the log was opened
 */
export function readLog({ path, from }) {
  try {
    return readFileSync(path).subarray(from).toString('utf8');
  } catch {
    return '';
  }
}
