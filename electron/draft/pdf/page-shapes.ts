// What a page shows, with places in points from its upper left corner: pieces of text, and lines that may rule a table.

/** A run of text on one baseline. */
export interface TextPiece {
  text: string;
  left: number;
  right: number;
  /** The baseline. */
  y: number;
  size: number;
  /** A blank stands before it. */
  isApart: boolean;
}

/** A line along the page: at `at` across its direction, from `from` to `to`. */
export interface Ruling {
  at: number;
  from: number;
  to: number;
}

export interface Rulings {
  /** Lines from left to right, `at` a height. */
  across: Ruling[];
  /** Lines from top to bottom, `at` a distance from the left. */
  down: Ruling[];
}

export interface PageShapes {
  number: number;
  width: number;
  height: number;
  pieces: TextPiece[];
  rulings: Rulings;
}
