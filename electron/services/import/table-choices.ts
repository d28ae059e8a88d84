// Choices come numbered by the tables of the preview that the user saw. Here they are tied to the tables themselves,
// so that they stay with their table when another sheet is taken out or in.
import { isDeepStrictEqual } from 'node:util';
import { questionId } from '#shared/import/build-preview.ts';
import { KIND_QUESTION } from '#shared/import/kinds/keep-table.ts';
import { isSheetKind } from '#shared/import/kinds/sheet-kinds.ts';
import type { ImportChoices } from '#shared/import/preview.ts';
import type { FoundTable, TableChoices } from '#shared/import/reading.ts';
import { columnNumber } from '#shared/sheet/sheet.ts';

/** A choice made in an earlier round, with the table it was made for. */
interface Tied {
  index: number;
  identity: string;
  value: unknown;
}

export interface ChoiceTies {
  mapping: Tied[];
  unit: Tied[];
  rows: Tied[];
  pairs: Tied[];
}

export const NO_TIES: ChoiceTies = { mapping: [], unit: [], rows: [], pairs: [] };

export interface TiedChoices {
  ties: ChoiceTies;
  /** By identity of the table. */
  byTable: Map<string, TableChoices>;
  /** `${identity}:${row}` */
  skipRows: Set<string>;
  /** `${identity}:${row}` -> id of a project, null for a new one. */
  pairs: Map<string, string | null>;
}

/** Ties the choices to tables; `shown` are the identities of the preview in which they were made. */
export function tieChoices(choices: ImportChoices, shown: readonly string[], before: ChoiceTies): TiedChoices {
  const tie = (known: readonly Tied[], entries: [number, unknown][]): Tied[] =>
    entries.flatMap(([index, value]) => {
      const same = known.find((one) => one.index === index && isDeepStrictEqual(one.value, value));
      const identity = same?.identity ?? shown[index];
      return identity === undefined ? [] : [{ index, identity, value }];
    });
  const numbered = (record: Record<number, unknown> | undefined): [number, unknown][] =>
    Object.entries(record ?? {}).map(([index, value]) => [Number(index), value]);
  const rows = (choices.skipRows ?? []).map((text): [number, unknown] => splitRow(text));
  const pairs = Object.entries(choices.pairs ?? {}).map(([text, project]): [number, unknown] => {
    const [table, row] = splitRow(text);
    return [table, { row, project }];
  });
  const ties: ChoiceTies = {
    mapping: tie(before.mapping, numbered(choices.mapping)),
    unit: tie(before.unit, numbered(choices.unit)),
    rows: tie(before.rows, rows),
    pairs: tie(before.pairs, pairs),
  };
  const byTable = new Map<string, TableChoices>();
  const of = (identity: string): TableChoices => {
    const known = byTable.get(identity) ?? {};
    byTable.set(identity, known);
    return known;
  };
  for (const { identity, value } of ties.mapping) of(identity).mapping = value as NonNullable<TableChoices['mapping']>;
  for (const { identity, value } of ties.unit) of(identity).unit = value as NonNullable<TableChoices['unit']>;
  return {
    ties,
    byTable,
    skipRows: new Set(ties.rows.map(({ identity, value }) => `${identity}:${String(value)}`)),
    pairs: new Map(
      ties.pairs.map(({ identity, value }) => {
        const { row, project } = value as { row: string; project: string | null };
        return [`${identity}:${row}`, project];
      }),
    ),
  };
}

/** `${table}:${row}` in its parts. */
function splitRow(text: string): [table: number, row: string] {
  const at = text.indexOf(':');
  return [Number(text.slice(0, at)), text.slice(at + 1)];
}

/**
 * Who says which column names the projects says that it is a list of projects. A mapping given for all tables of a file
 * says nothing of one that lacks its columns.
 */
function impliedKind(mapping: TableChoices['mapping'], { left, right }: FoundTable): TableChoices['kind'] {
  const fields = Object.entries(mapping ?? {}).filter(([, key]) => key !== null);
  const isWithin = fields.every(([letter]) => columnNumber(letter) >= left && columnNumber(letter) <= right);
  return isWithin && fields.some(([, key]) => key === 'name') ? 'projects' : undefined;
}

/** The choices for one table: tied ones, classes chosen for headings, answers to its questions. */
export function choicesFor(
  identity: string,
  table: FoundTable,
  choices: ImportChoices,
  tied: TiedChoices,
): TableChoices {
  const prefix = questionId(identity, '');
  const answers: Record<string, string> = {};
  const categories: Record<string, string | null> = { ...choices.categories };
  for (const [id, answer] of Object.entries(choices.answers ?? {})) {
    if (!id.startsWith(prefix)) continue;
    const own = id.slice(prefix.length);
    if (own.startsWith('category:')) categories[own.slice('category:'.length)] = answer;
    else answers[own] = answer;
  }
  const own = tied.byTable.get(identity);
  const kind = isSheetKind(answers[KIND_QUESTION]) ? answers[KIND_QUESTION] : impliedKind(own?.mapping, table);
  const { funds, ownColumns } = choices;
  return {
    ...own,
    categories,
    answers,
    ...(kind === undefined ? {} : { kind }),
    ...(funds === undefined || funds === 'ask' ? {} : { funds }),
    ...(ownColumns === undefined || ownColumns === 'drop' ? {} : { ownColumns }),
  };
}
