/** Reads the text of a QR code out of a picture; `null` where it finds none. */
export type Reader = (picture: HTMLCanvasElement) => Promise<string | null>;
