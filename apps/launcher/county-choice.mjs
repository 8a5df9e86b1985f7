// Whether a data folder holds the demo county or an empty one: chosen at its first start, remembered once the database agreed.
import { join } from 'node:path';
import { readJson, writeJson } from './data-folder.mjs';
import { say, Trouble } from './say.mjs';

/**
 * @param {object} wanted
 * @param {string} wanted.folder
 * @param {boolean} wanted.empty `--empty` was given
 * @param {string} [wanted.mode] SITANG_MODE
 * @returns {{ empty: boolean, mode: string, demoIsLoaded: boolean, remember: () => void, rememberDemo: () => void }}
 */
export function chooseCounty({ folder, empty, mode }) {
  const path = join(folder, 'county.json');
  const kept = readJson(path);
  // The demo's sign-ins have a published password: they never enter a county of another mode.
  const wantsEmpty = empty || (mode !== undefined && mode !== 'demo');
  if (kept && !kept.empty && wantsEmpty)
    throw new Trouble(`数据文件夹里已是示例县:${folder}`, 'this data folder holds the demo county already', {
      more: ['SITANG_DATA=/another/folder npm start -- --empty'],
    });
  if (kept?.empty && !wantsEmpty) say.note('这个数据文件夹建立时选了空县(--empty)', 'this data folder was made with --empty and stays so');
  const isEmpty = kept ? kept.empty : wantsEmpty;
  return {
    empty: isEmpty,
    mode: mode || (isEmpty ? 'county' : 'demo'),
    demoIsLoaded: Boolean(kept?.demoIsLoaded),
    remember: () => void (kept || writeJson(path, { empty: isEmpty })),
    rememberDemo: () => writeJson(path, { empty: false, demoIsLoaded: true }),
  };
}
