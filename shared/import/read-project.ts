// One row of a table as a project: its values, the class from its own column or the headings over it, its name.

import { cellAddress } from '../sheet/sheet.ts';
import type { GroupedRow } from './group-rows.ts';
import { headerWord } from './header-words.ts';
import { headingName, splitClassPath } from './match-category.ts';
import { isWithoutResult } from './odd-cells.ts';
import { leadingOrdinal } from './ordinals.ts';
import type { TableContext } from './read-table.ts';
import { readCells, type ValueReader } from './read-values.ts';
import type { ClassWords, ReadProject } from './reading.ts';

/** Classes that the user chose for headings; '*' for rows under none. */
export type ChosenClasses = Readonly<Record<string, string | null>>;

export function readProject(
  reader: ValueReader,
  row: GroupedRow,
  context: TableContext,
  chosen: ChosenClasses,
): ReadProject {
  const { words } = row;
  const { values, amounts, categoryText } = readCells(reader, words.row.row, words.row.cells);
  const own = categoryText === '' ? undefined : chooseCategory(categoryText, row.categoryId, context, chosen);
  let { categoryId, unknownHeading, classWords } = row;
  if (own !== undefined) {
    categoryId = own;
    unknownHeading = '';
    if (classWords.path.length === 0)
      classWords = once(context, `column:${categoryText}`, () => columnWords(categoryText, context));
  } else if (categoryText !== '' && categoryId === null) {
    unknownHeading = headingName(categoryText);
    classWords = once(context, `column:${categoryText}`, () => columnWords(categoryText, context));
  } else if (categoryId === null && unknownHeading === '' && typeof chosen['*'] === 'string') {
    categoryId = chosen['*'];
  }
  // Where the types stand as headings in the column of 项目类型 (W2), they hold for the rows beneath.
  if (
    values.nationalType === undefined &&
    row.headings.length > 0 &&
    reader.byColumn.some((column) => column?.key === 'nationalType')
  ) {
    values.nationalType = row.headings.slice(0, 2).join(' › ');
    if (row.headings.length > 2) values.nationalSubtype ??= row.headings.at(-1) ?? null;
  }
  if (categoryId === null && unknownHeading === '' && classWords.path.length === 0) {
    const types = [values.nationalType ?? '', values.nationalSubtype ?? ''];
    if (types.some((text) => text !== '') && !isLeftOut(chosen)) {
      classWords = typeWords(types, context);
      categoryId = context.finder.exact(classWords.path.map(({ name }) => name)) ?? null;
    }
  }
  if (row.place !== '') values.town ??= row.place;
  // A name that is missing stays missing: the check asks for it (T14).
  const name = (values.name ?? words.name).trim();
  if (name === '') reportNameless(reader, row);
  return {
    row: words.row.row,
    values: { ...values, name, categoryId },
    amounts,
    cells: words.row.cells,
    unknownHeading,
    county: row.county,
    classWords,
  };
}

const wordsByText = new WeakMap<TableContext, Map<string, ClassWords>>();

/** The same object for the same words: a long list has few classes. */
function once(context: TableContext, key: string, make: () => ClassWords): ClassWords {
  const known = wordsByText.get(context) ?? new Map<string, ClassWords>();
  wordsByText.set(context, known);
  const words = known.get(key) ?? make();
  known.set(key, words);
  return words;
}

/** The types of a row as steps of a class. */
function typeWords(types: readonly string[], context: TableContext): ClassWords {
  return once(context, `types:${types.join('\n')}`, () => {
    const names = types.flatMap(splitClassPath).filter((name) => name !== '');
    return { path: names.map((name) => ({ name, mark: '', id: null })), knownSteps: 0, known: null, isType: true };
  });
}

/** Somebody said that rows under no heading have no class. */
function isLeftOut(chosen: ChosenClasses): boolean {
  return chosen['*'] !== undefined;
}

/** The class in the column of its own, cut into its steps; those from the top that the plan knows are counted. */
function columnWords(text: string, { finder }: TableContext): ClassWords {
  const path = splitClassPath(text).flatMap((part) => {
    const name = headingName(part);
    return name === '' ? [] : [{ name, mark: leadingOrdinal(part)?.mark ?? '', id: null as string | null }];
  });
  let known: string | null = null;
  let knownSteps = 0;
  for (const step of path) {
    const next = finder.find(step.name, known, known === null);
    if (next === undefined) break;
    known = step.id = next;
    knownSteps += 1;
  }
  return { path, knownSteps, known, isType: false };
}

function reportNameless({ sheet, byColumn, report }: ValueReader, { words, label }: GroupedRow): void {
  const { row } = words.row;
  const column = byColumn.find((one) => one?.key === 'name');
  const cell = words.row.cells.find((one) => one.column === column?.column);
  // A formula without a result is told as that.
  if (cell && isWithoutResult(cell)) return;
  report({
    level: 'warning',
    code: 'name-missing',
    cell: cellAddress(row, column?.column ?? words.row.cells[0]?.column ?? 1),
    raw: label,
    message: `“${sheet}”第 ${row} 行没有写项目名称（${label}），按没有名称的项目导入，请补填。`,
    proposal: '',
  });
}

function chooseCategory(
  text: string,
  under: string | null,
  { finder }: TableContext,
  chosen: ChosenClasses,
): string | null | undefined {
  const name = headingName(text);
  if (chosen[name] !== undefined) return chosen[name];
  return (under === null ? undefined : finder.find(text, under)) ?? finder.find(text, null);
}

/** The source that a cell names by its name or an alias. */
export function sourceNamed(text: string, { words }: TableContext): string | undefined {
  const { word, short } = headerWord(text);
  const found = [...words.sources].filter(([, source]) => source.words.includes(word) || source.words.includes(short));
  const usual = found[0] ? undefined : (words.fundOf(word) ?? words.fundOf(short));
  return found[0]?.[0] ?? (usual?.surety === 'near' ? undefined : usual?.id);
}
