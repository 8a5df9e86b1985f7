import { type Reader } from './picture.ts';

/** What some browsers bring themselves. */
interface Detector {
  detect(picture: HTMLCanvasElement): Promise<{ rawValue: string }[]>;
}
type DetectorClass = (new (wish: { formats: string[] }) => Detector) & { getSupportedFormats(): Promise<string[]> };

async function browsersOwn(): Promise<Reader | null> {
  const { BarcodeDetector: Own } = window as { BarcodeDetector?: DetectorClass };
  if (!Own || !(await Own.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) return null;
  const detector = new Own({ formats: ['qr_code'] });
  return async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null;
}

const ours = async (): Promise<Reader> => (await import('./wasm-reader.ts')).openWasmReader();

/**
 * The browser's own reader where it has one; else, or where that one fails, the decoder that comes with the app.
 * @throws where neither opens
 */
export async function openReader(): Promise<Reader> {
  const own = await browsersOwn();
  let reader = own ?? (await ours());
  return async (picture) => {
    try {
      return await reader(picture);
    } catch (error) {
      if (reader !== own) throw error;
      reader = await ours();
      return null;
    }
  };
}
