// Which questions stop an import. A table of which nobody said what it is brings nothing, so the others may come in.
import type { ImportPreview, ImportQuestion } from './preview.ts';

/** Questions without an assumed answer; those after the kind of a table only where no table would come in. */
export function blockingQuestions({ questions, tables }: ImportPreview): ImportQuestion[] {
  const kinds = new Set(tables.filter(({ kind }) => kind === 'unknown').map(({ kindQuestion }) => kindQuestion));
  const isAllUnknown = kinds.size === tables.length;
  return questions.filter(({ id, assumed }) => assumed === null && (isAllUnknown || !kinds.has(id)));
}
