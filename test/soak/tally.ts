// What one ordeal of the soak found.

export interface Tally {
  /** What was done, for the table of figures. */
  name: string;
  tried: number;
  /** Of those, the ones that meant something: a flip that changed a fact, an edit that was acknowledged. */
  counted: number;
  /** What `counted` counts. */
  unit: string;
  /** What must never be: lost edits, changes unseen, locks won twice. Each says enough to look into it. */
  failures: string[];
}

/** A figure from 0 to before `limit`. */
export function pick(limit: number): number {
  return Math.floor(Math.random() * limit);
}

export function pickOf<T>(list: readonly T[]): T {
  return list[pick(list.length)] as T;
}
