// What is said of one place of a checked text.

export interface TextMark {
  start: number;
  end: number;
  raw: string;
  /**
   * same: the plan's figure, or one that follows from others of the text; rounded: it, with fewer decimals; differs: the
   * plan says something else; warning: the text contradicts itself, or a word or number of a table is not right;
   * unknown: no figure of the plan.
   */
  status: 'same' | 'rounded' | 'differs' | 'warning' | 'unknown';
  /** The rule of 勾稽审核 that it belongs to. */
  rule: 'X02' | 'X03' | 'X06' | 'T18';
  /** What it is, and what the plan says, in one Chinese sentence. */
  message: string;
  /** What the plan says now. */
  current?: string;
  /** The field that could stand here. */
  field?: string;
}
