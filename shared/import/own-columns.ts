// Columns of a sheet that the program does not know, kept as 自定义栏目: which of them can be, what they are called, and what
// the plan gets with them. The key of such a column is `own:` and its name; the plan gets what it does not have.
import { fieldCalled, foldColumnName, newOwnId, type OwnColumn, ownIdOf, ownKey } from '../domain/own-columns.ts';
import type { ReferenceData } from '../domain/reference.ts';
import { joinLines } from '../values/fold-text.ts';
import { CHOSEN } from './match-header.ts';
import type { ImportQuestion } from './preview.ts';
import type { TableContext } from './read-table.ts';
import type { ReadColumn, TableChoices } from './reading.ts';

/** The own columns that keys of tables name and the plan lacks, in their order. */
export function learnOwnColumns(
  keys: readonly (string | null)[],
  { ownColumns }: Pick<ReferenceData, 'ownColumns'>,
): OwnColumn[] {
  const known = new Set(ownColumns.map(({ id }) => id));
  const ids = new Set(keys.flatMap((key) => (key === null ? [] : (ownIdOf(key) ?? []))));
  return [...ids].filter((id) => !known.has(id)).map((id) => ({ id, name: id, aliases: [], printed: true }));
}

/** A column with a heading and contents, of which nobody said that it stays outside. */
export function canBeOwn({ key, path, samples, reason }: ReadColumn): boolean {
  return key === null && samples.length > 0 && reason !== CHOSEN && path.some((text) => foldColumnName(text) !== '');
}

/**
 * What a column can be kept under: an own column of the plan that is called so, else a new one. Its name is the heading, else
 * that with what stands over it, else with a number: never that of a column of the program, or of one in `used` (ids).
 */
export function ownColumnFor(
  path: readonly string[],
  { ownColumns, fundSources }: Pick<ReferenceData, 'ownColumns' | 'fundSources'>,
  used: ReadonlySet<string>,
): string {
  const words = path.map((text) => joinLines(text).trim()).filter((text) => text !== '');
  const funds = new Set(fundSources.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldColumnName));
  const idFor = (name: string): string | undefined => {
    const folded = foldColumnName(name);
    if (fieldCalled(name) !== undefined || funds.has(folded)) return undefined;
    const known = ownColumns.find((one) => [one.name, ...one.aliases].some((text) => foldColumnName(text) === folded));
    const id = known?.id ?? newOwnId(name, new Set(ownColumns.map((one) => one.id)));
    return used.has(id) ? undefined : id;
  };
  const whole = words.join(' ');
  for (const name of [words.at(-1) ?? '', whole]) {
    const id = idFor(name);
    if (id !== undefined) return id;
  }
  for (let count = 2; ; count += 1) {
    const id = idFor(`${whole}${count}`);
    if (id !== undefined) return id;
  }
}

interface OwnColumnInput {
  sheet: string;
  columns: readonly ReadColumn[];
  /** Columns with a question of their own. */
  others: ReadonlySet<ReadColumn>;
  context: TableContext;
  choices: TableChoices;
  questions: ImportQuestion[];
}

const QUESTION = 'own-columns';

/** Gives the columns their keys where they are to be kept; asks once where that is wanted. */
export function settleOwnColumns({ sheet, columns, others, context, choices, questions }: OwnColumnInput): void {
  if (choices.ownColumns === undefined) return;
  const isAsked = (column: ReadColumn): boolean => questions.some(({ id }) => id === `X07:${column.letter}`);
  const open = columns.filter((column) => canBeOwn(column) && !others.has(column) && !isAsked(column));
  if (open.length === 0) return;
  const answer = choices.answers?.[QUESTION];
  if (choices.ownColumns === 'keep' || answer === 'keep') {
    keepColumns(open, columns, context.reference);
    return;
  }
  if (answer !== undefined) return;
  const names = open.map(({ letter, header }) => `${letter} 列“${header}”`).join('、');
  questions.push({
    id: QUESTION,
    message: `“${sheet}”的${names}没有对应的字段。请选定是作为自定义栏目保留，还是只留作来源。`,
    options: [
      { value: 'keep', label: '作为自定义栏目保留' },
      { value: 'drop', label: '不导入，只留作来源' },
    ],
    assumed: null,
    proposed: 'keep',
  });
}

function keepColumns(open: readonly ReadColumn[], columns: readonly ReadColumn[], reference: ReferenceData): void {
  const used = new Set(columns.flatMap(({ key }) => (key === null ? [] : (ownIdOf(key) ?? []))));
  for (const column of open) {
    const id = ownColumnFor(column.path, reference, used);
    used.add(id);
    Object.assign(column, { key: ownKey(id), confidence: 1, reason: '作为自定义栏目保留' });
  }
}
