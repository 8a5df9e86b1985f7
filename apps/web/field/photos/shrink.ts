import { photoLimit } from '#contract';
import { attemptsFor } from './photo-size.policy.ts';

/**
 * A picture of the camera as the county takes it: a JPEG drawn anew, so that nothing of where and with what it was taken is left.
 * `null`: it cannot be read as a picture.
 */
export async function shrink(file: Blob): Promise<ArrayBuffer | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const canvas = document.createElement('canvas');
  try {
    for (const { width, height, quality } of attemptsFor(picture)) {
      if (canvas.width !== width || canvas.height !== height) {
        Object.assign(canvas, { width, height });
        canvas.getContext('2d')!.drawImage(picture, 0, 0, width, height);
      }
      const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
      if (made?.type === 'image/jpeg' && made.size <= photoLimit) return await made.arrayBuffer();
    }
    return null;
  } finally {
    picture.close();
    // Old phones give the memory back only so.
    Object.assign(canvas, { width: 0, height: 0 });
  }
}
