/**
 * Where what is said in passing stands: in the sheet that was opened last, else on the page. Under an open sheet it would be neither
 * seen nor heard, for the browser makes everything outside it inert.
 */
export const passingPlace = document.createElement('div');
document.body.append(passingPlace);

const sheets: HTMLElement[] = [];
const settle = (): void => (sheets.at(-1) ?? document.body).append(passingPlace);

/** A sheet has opened over all others. Returns what to call once it is closed: what is said meanwhile goes on standing without it. */
export function openedOver(sheet: HTMLElement): () => void {
  sheets.push(sheet);
  settle();
  return () => {
    sheets.splice(sheets.indexOf(sheet), 1);
    settle();
  };
}
