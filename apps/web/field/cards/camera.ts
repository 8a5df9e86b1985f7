/** Why there is no picture. */
export type CameraTrouble = 'denied' | 'missing' | 'busy' | 'unable';

export interface Camera {
  hasTorch: boolean;
  setTorch(on: boolean): Promise<void>;
  stop(): void;
}

const troubles: Record<string, CameraTrouble> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
};
export const troubleOf = (error: unknown): CameraTrouble => (error instanceof DOMException && troubles[error.name]) || 'busy';

/** Light is no part of the standard types: browsers on Android have it. */
type Lit = MediaTrackCapabilities & { torch?: boolean };
const light = (torch: boolean): MediaTrackConstraints => ({ advanced: [{ torch } as MediaTrackConstraintSet] });

/**
 * The camera at the back shows its picture in `video`; `onEnd` tells that somebody else has taken it away.
 * @throws DOMException as the browser refused
 */
export async function openCamera(video: HTMLVideoElement, onEnd: () => void): Promise<Camera> {
  const wish = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
  const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: wish });
  const [track] = stream.getVideoTracks();
  track?.addEventListener('ended', onEnd);
  const camera: Camera = {
    hasTorch: (track?.getCapabilities?.() as Lit | undefined)?.torch === true,
    // A light that does not go on leaves the picture as it is.
    setTorch: async (on) => track?.applyConstraints(light(on)).catch(() => undefined),
    stop() {
      for (const one of stream.getTracks()) one.stop();
      video.srcObject = null;
    },
  };
  try {
    video.srcObject = stream;
    await video.play();
    return camera;
  } catch (error) {
    camera.stop();
    throw error;
  }
}
