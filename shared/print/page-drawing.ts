// A page as what is drawn on it, each thing in its computed place: the preview, the printer's pages and the PDF are all
// drawn from this, so that they cannot differ. Lengths are CSS pixels from the upper left corner of the sheet.
import type { Drawing } from '../charts/drawing.ts';
import type { FontRole } from './fonts.ts';
import type { PageSetup } from './paper.ts';

/** How words are set. */
export interface TextLook {
  font: FontRole;
  sizePt: number;
  align: 'left' | 'center' | 'right';
  isStrong: boolean;
  /** Distance of lines in px; the words stand in the middle of it. */
  lineHeight: number;
}

/** Lines of words, joined by line feeds, from `top` down; `width` is what `align` refers to. */
export interface DrawnText {
  kind: 'text';
  text: string;
  look: TextLook;
  left: number;
  top: number;
  width: number;
  /** A title, and of which rank: for screen readers. */
  heading?: 1 | 2;
}

/** One line of words that runs down the sheet; it begins at `top` or ends at `bottom`. `middle` is from the left. */
export interface DrawnTurned {
  kind: 'turned';
  text: string;
  look: TextLook;
  middle: number;
  from: { top: number } | { bottom: number };
}

/** A line one px thick: to the right from its place, or down. */
export interface DrawnRule {
  kind: 'rule';
  way: 'right' | 'down';
  left: number;
  top: number;
  length: number;
}

export interface DrawnFigure {
  kind: 'figure';
  chart: Drawing;
  label: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Mark = DrawnText | DrawnTurned | DrawnRule | DrawnFigure;

/** A place that the outline of a PDF leads to; level 1 is a table or the whole annex. */
export interface Bookmark {
  level: number;
  title: string;
  top: number;
}

export interface PageDrawing {
  number: number;
  setup: PageSetup;
  marks: Mark[];
  bookmarks: Bookmark[];
}
