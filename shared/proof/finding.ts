// What the proof (核对) of a draft comes to: findings with both places, and how many figures were held against something.

/** A place in a draft: characters of a paragraph, or of the text of a cell. `block` counts the draft's blocks from 0. */
export type ProofPlace =
  | { kind: 'text'; block: number; start: number; end: number }
  | { kind: 'table'; block: number; row: number; column: number };

export interface ProofFinding {
  /** The rule of 勾稽审核 that it belongs to, or one of the proof's own. */
  rule: string;
  /** error: does not agree; doubt: a word or a rounding to look at. */
  level: 'error' | 'doubt';
  /** As written. */
  raw: string;
  /** What the other places come to, written in the same unit; null where there is no figure. */
  expected: string | null;
  /** raw − expected in the same unit; null where there is none. */
  difference: string | null;
  where: ProofPlace;
  /** What it was held against; null for the plan's own data. */
  against: readonly ProofPlace[];
  /** What, both values, the difference: one Chinese sentence. */
  message: string;
  /** The likely cause in Chinese (漏加一行、数字换位、万元写成亿元); null where none is likely. */
  cause: string | null;
}

export interface ProofResult {
  tables: number;
  figures: {
    /** Held against something. */
    checked: number;
    agree: number;
    /** Nothing says what they would have to be (未核对). */
    unlocated: number;
  };
  findings: readonly ProofFinding[];
  /** The figures that were not held against anything, in the order of the draft. */
  unlocated: readonly ProofPlace[];
}
