// The difference of two facts in words: a row a column, as the log, the import and 重复项目 show it.

/** A column of a fact as people read it. */
export interface Wording<T, Key extends string = string> {
  key: Key;
  label: string;
  /** '' where it is blank. */
  text(fact: T): string;
}

/** One column of two facts. */
export interface WordedValue<Key extends string = string> {
  key: Key;
  label: string;
  before: string;
  after: string;
}

/** Both facts column by column. */
export function wordBoth<T, Key extends string>(
  before: T,
  after: T,
  columns: readonly Wording<T, Key>[],
): WordedValue<Key>[] {
  return columns.map(({ key, label, text }) => ({ key, label, before: text(before), after: text(after) }));
}

/** The columns that read differently. */
export function wordDifference<T, Key extends string>(
  before: T,
  after: T,
  columns: readonly Wording<T, Key>[],
): WordedValue<Key>[] {
  return wordBoth(before, after, columns).filter((one) => one.before !== one.after);
}
