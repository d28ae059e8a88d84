// Colours of charts: told apart on a screen, by colour-blind eyes, and on a black-and-white printer, where neighbours
// differ in brightness and every second one is hatched.

interface Fill {
  colour: string;
  /** Lines or dots over it, on a tile of 8 by 8; '' for a plain face. */
  hatch: string;
  /** Words on it are white. */
  isDark: boolean;
}

const line = (path: string): string =>
  `<path d="${path}" stroke="#fff" stroke-width="1.1" stroke-opacity="0.75" fill="none"/>`;

const FILLS: readonly Fill[] = [
  { colour: '#1f5f7f', hatch: '', isDark: true },
  { colour: '#f0b765', hatch: '', isDark: false },
  { colour: '#3f8361', hatch: line('M-2 10 L10 -2 M-2 2 L2 -2 M6 10 L10 6'), isDark: false },
  { colour: '#d9e6ec', hatch: '', isDark: false },
  {
    colour: '#a04c6b',
    hatch: '<circle cx="2" cy="2" r="1.1" fill="#fff"/><circle cx="6" cy="6" r="1.1" fill="#fff"/>',
    isDark: false,
  },
  { colour: '#7f9fd0', hatch: line('M0 4 H8'), isDark: false },
  { colour: '#5b5b5b', hatch: line('M-2 -2 L10 10 M-2 6 L2 10 M6 -2 L10 2'), isDark: false },
  { colour: '#d3cf74', hatch: '<circle cx="4" cy="4" r="1.7" fill="#6f6b1c"/>', isDark: false },
  { colour: '#a86a2c', hatch: line('M4 0 V8'), isDark: false },
  { colour: '#9a9a9a', hatch: line('M0 4 H8 M4 0 V8'), isDark: false },
];

/** Dashes and markers of lines, in the same order. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '4 2'];

export function fillOf(index: number): Fill {
  return FILLS[index % FILLS.length] as Fill;
}

export function dashOf(index: number): string {
  return DASHES[index % DASHES.length] ?? '';
}

/** The fill as an SVG attribute value. */
export function paint(index: number): string {
  const fill = fillOf(index);
  return fill.hatch === '' ? fill.colour : `url(#xj-fill-${index % FILLS.length})`;
}

/** Definitions of the hatched fills among those used. */
export function hatchDefinitions(used: ReadonlySet<number>): string {
  const hatched = [...new Set([...used].map((index) => index % FILLS.length))].filter((at) => fillOf(at).hatch !== '');
  if (hatched.length === 0) return '';
  const patterns = hatched.map(
    (at) =>
      `<pattern id="xj-fill-${at}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${fillOf(at).colour}"/>${fillOf(at).hatch}</pattern>`,
  );
  return `<defs>${patterns.join('')}</defs>`;
}
