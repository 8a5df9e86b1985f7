import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { type Reader } from './picture.ts';

/** The decoder from our own address, kept with the pages: where it is asked for, nothing may be asked of elsewhere. */
export async function openWasmReader(): Promise<Reader> {
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return async (picture) => {
    const { width, height } = picture;
    const dots = picture.getContext('2d', { willReadFrequently: true })!.getImageData(0, 0, width, height);
    const [found] = await readBarcodes(dots, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
    return found?.isValid ? found.text : null;
  };
}
