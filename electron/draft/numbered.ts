// A computed number in front of a text.

/** A number that ends in a digit or a dot would run into the figure behind it; one that ends in a sign (、） needs no blank. */
export function numbered(number: string, text: string): string {
  return number === '' || /[、）】〕．。\s]$/.test(number) ? number + text : `${number} ${text}`;
}
