// How typed text is compared with cells.

/** Folds width and case, so that full-width input finds half-width text. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
