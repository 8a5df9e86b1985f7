import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { type Camera, type CameraTrouble, openCamera, troubleOf } from './camera.ts';
import { type Reader } from './picture.ts';
import { openReader } from './reader.ts';
import { isNewlySeen, type Sights } from './sights.policy.ts';

export type Trouble = CameraTrouble | 'noReader';

/** The picture is looked at so often; a decoder that needs longer is waited for. */
const lookEveryMs = 80;
/** Side of the square in the middle of the picture that is looked at: small pictures are read sooner. */
const side = 480;
const rest = (): Promise<void> => new Promise((go) => setTimeout(go, lookEveryMs));

function look(video: HTMLVideoElement, canvas: HTMLCanvasElement): boolean {
  const { videoWidth, videoHeight, readyState } = video;
  if (readyState < video.HAVE_CURRENT_DATA || videoWidth === 0) return false;
  const [part, context] = [Math.min(videoWidth, videoHeight), canvas.getContext('2d', { willReadFrequently: true })!];
  canvas.width = canvas.height = Math.min(part, side);
  context.drawImage(video, (videoWidth - part) / 2, (videoHeight - part) / 2, part, part, 0, 0, canvas.width, canvas.height);
  return true;
}

/** The camera runs while the screen is looked at; `onSeen` is told each code once, and waited for. */
export function useCards(video: RefObject<HTMLVideoElement | null>, onSeen: (text: string) => Promise<void>) {
  const [attempt, setAttempt] = useState(0);
  const [isShown, setShown] = useState(document.visibilityState === 'visible');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [isLit, setLit] = useState(false);
  const seen = useEffectEvent(onSeen);

  useEffect(() => {
    const listen = (): void => setShown(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', listen);
    return () => document.removeEventListener('visibilitychange', listen);
  }, []);

  useEffect(() => {
    const screen = video.current;
    if (!isShown || !screen) return;
    let [isOver, opened] = [false, null as Camera | null];
    const tell = (why: Trouble): void => {
      if (!isOver) setTrouble(why);
    };
    const run = async (): Promise<void> => {
      if (!('mediaDevices' in navigator)) return tell('unable');
      try {
        opened = await openCamera(screen, () => tell('busy'));
      } catch (error) {
        return tell(troubleOf(error));
      }
      if (isOver) return opened.stop();
      const reader = await openReader().catch(() => null);
      if (isOver) return;
      if (!reader) return tell('noReader');
      setCamera(opened);
      await watch(screen, reader);
    };
    const watch = async (from: HTMLVideoElement, read: Reader): Promise<void> => {
      const [canvas, sights]: [HTMLCanvasElement, Sights] = [document.createElement('canvas'), new Map()];
      for (; !isOver; await rest()) {
        if (!look(from, canvas)) continue;
        const text = await read(canvas);
        if (text !== null && !isOver && isNewlySeen(sights, text, performance.now())) await seen(text);
      }
    };
    run().catch(() => tell('noReader'));
    return () => {
      isOver = true;
      opened?.stop();
      setCamera(null);
      setLit(false);
    };
  }, [video, isShown, attempt]);

  const light = async (): Promise<void> => {
    await camera?.setTorch(!isLit);
    setLit(!isLit);
  };
  const again = (): void => {
    setTrouble(null);
    setAttempt(attempt + 1);
  };
  return { trouble, isLooking: camera !== null, hasTorch: camera?.hasTorch ?? false, isLit, light, again };
}
