// What a text says of itself: a figure that follows from others of it, or contradicts them.
import type { TextMark } from '../text-mark.ts';

export interface SelfMark extends Omit<TextMark, 'status' | 'current' | 'field'> {
  status: 'same' | 'warning';
  /** The other places of a contradiction. */
  against?: readonly { start: number; end: number }[];
  /** The other side of a contradiction that another mark tells: for whoever wants it told once. */
  isEcho?: boolean;
}
