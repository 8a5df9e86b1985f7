import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';

/** So many dots wide and high is the picture, so many of them a square of the code. */
const [side, dot] = [256, 6];
const framesPerSecond = 10;

/** A film for the browser's pretended camera, which shows it again and again: raw pictures, black codes on white paper. */
export interface Film {
  file: string;
  remove(): Promise<void>;
}

/** Each text is held before the camera for as many pictures as told, five unless told; `null`: nothing is. */
export async function filmOf(texts: readonly (string | null)[], pictures = 5): Promise<Film> {
  const folder = await mkdtemp(join(tmpdir(), 'sitang-film-'));
  const file = join(folder, 'cards.y4m');
  const head = Buffer.from(`YUV4MPEG2 W${side} H${side} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  const frames = texts.flatMap((text) => Array.from({ length: pictures }, () => picture(text)));
  await writeFile(file, Buffer.concat([head, ...frames]));
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

function picture(text: string | null): Buffer {
  const light = Buffer.alloc(side * side, 235);
  const { data, size } = encode(text ?? '', { ecc: 'M', border: 4 });
  const edge = Math.floor((side - size * dot) / 2);
  if (text !== null)
    for (const [y, row] of data.entries())
      for (const [x, dark] of row.entries())
        if (dark)
          for (let line = 0; line < dot; line++)
            light.fill(16, (edge + y * dot + line) * side + edge + x * dot, (edge + y * dot + line) * side + edge + (x + 1) * dot);
  return Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((side * side) / 2, 128)]);
}

/** What makes a browser take the film for its camera; without one it has a camera that nobody allows it to use. */
export const cameraOf = (film: string | undefined): string[] => [
  '--use-fake-device-for-media-stream',
  ...(film === undefined ? [] : ['--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`]),
];
