// A frame while changes are made to it, with what they mean for projects and their sentences for the log.
import type { Frame } from './frame.ts';
import type { Moves } from './moves.ts';

export interface Draft {
  frame: { -readonly [Part in keyof Frame]: Frame[Part] };
  moves: Moves;
  /** One sentence a change. */
  labels: string[];
}
