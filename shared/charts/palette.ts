// Colours of charts: told apart on a screen, by colour-blind eyes, and on a black-and-white printer, where neighbours
// differ in brightness and every second one is hatched.

/** What lies over a face on tiles of 8 by 8: white lines, or dots at places with a radius. */
export type Hatch =
  | { kind: 'lines'; path: string }
  | { kind: 'dots'; colour: string; radius: number; at: readonly (readonly [number, number])[] };

interface Fill {
  colour: string;
  /** null for a plain face. */
  hatch: Hatch | null;
  /** Words on it are white. */
  isDark: boolean;
}

export const HATCH_TILE = 8;
export const HATCH_LINE = { width: 1.1, opacity: 0.75 };

const lines = (path: string): Hatch => ({ kind: 'lines', path });

const FILLS: readonly Fill[] = [
  { colour: '#1f5f7f', hatch: null, isDark: true },
  { colour: '#f0b765', hatch: null, isDark: false },
  { colour: '#3f8361', hatch: lines('M-2 10 L10 -2 M-2 2 L2 -2 M6 10 L10 6'), isDark: false },
  { colour: '#d9e6ec', hatch: null, isDark: false },
  {
    colour: '#a04c6b',
    hatch: {
      kind: 'dots',
      colour: '#fff',
      radius: 1.1,
      at: [
        [2, 2],
        [6, 6],
      ],
    },
    isDark: false,
  },
  { colour: '#7f9fd0', hatch: lines('M0 4 H8'), isDark: false },
  { colour: '#5b5b5b', hatch: lines('M-2 -2 L10 10 M-2 6 L2 10 M6 -2 L10 2'), isDark: false },
  { colour: '#d3cf74', hatch: { kind: 'dots', colour: '#6f6b1c', radius: 1.7, at: [[4, 4]] }, isDark: false },
  { colour: '#a86a2c', hatch: lines('M4 0 V8'), isDark: false },
  { colour: '#9a9a9a', hatch: lines('M0 4 H8 M4 0 V8'), isDark: false },
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
  return fill.hatch === null ? fill.colour : `url(#xj-fill-${index % FILLS.length})`;
}

/** Definitions of the hatched fills among those used. */
export function hatchDefinitions(used: ReadonlySet<number>): string {
  const hatched = [...new Set([...used].map((index) => index % FILLS.length))].filter(
    (at) => fillOf(at).hatch !== null,
  );
  if (hatched.length === 0) return '';
  const size = `width="${HATCH_TILE}" height="${HATCH_TILE}"`;
  const patterns = hatched.map((at) => {
    const { colour, hatch } = fillOf(at);
    return `<pattern id="xj-fill-${at}" ${size} patternUnits="userSpaceOnUse"><rect ${size} fill="${colour}"/>${hatchSvg(hatch)}</pattern>`;
  });
  return `<defs>${patterns.join('')}</defs>`;
}

function hatchSvg(hatch: Hatch | null): string {
  if (hatch === null) return '';
  if (hatch.kind === 'lines') {
    return `<path d="${hatch.path}" stroke="#fff" stroke-width="${HATCH_LINE.width}" stroke-opacity="${HATCH_LINE.opacity}" fill="none"/>`;
  }
  return hatch.at.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${hatch.radius}" fill="${hatch.colour}"/>`).join('');
}
