// 自定义栏目: columns that an office adds to its list beside those of the program (领导批示, 挂钩领导). What they are stands
// in the plan's frame, what a project holds in them in the project.
import { bareText } from '../values/fold-text.ts';
import { FIELD_SYNONYMS } from './field-synonyms.ts';
import { FIELDS } from './field-table.ts';
import type { Project } from './project.ts';

export interface OwnColumn {
  /** Under which projects keep their values; made of the first name, so that two offices that add one alike mean one. */
  id: string;
  /** The header as printed. */
  name: string;
  /** Names that it had, or that sheets call it. */
  aliases: readonly string[];
  /** Part of the printed annex; else it stands in the grid, on the card and in exports of all columns. */
  printed: boolean;
}

const PREFIX = 'own:';

/** The key of an own column in edits, findings and provenance. */
export function ownKey(id: string): string {
  return `${PREFIX}${id}`;
}

/** The id of the own column that a key names; undefined for every other column. */
export function ownIdOf(key: string): string | undefined {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
}

/** What a project holds in a column; null where it is blank. */
export function ownText({ own }: Pick<Project, 'own'>, id: string): string | null {
  return own !== undefined && Object.hasOwn(own, id) ? (own[id] ?? null) : null;
}

/** The project with a value in a column; null or blank takes it away. */
export function withOwn(project: Project, id: string, value: string | null): Project {
  const { own = {}, ...rest } = project;
  const others = Object.entries(own).filter(([key]) => key !== id);
  const entries = value === null || value === '' ? others : [...others, [id, value] as const];
  if (entries.length === 0) return rest;
  // One order for one content: two projects with the same values are the same fact.
  return { ...rest, own: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Headers as sheets write them, compared without spaces and punctuation. */
export function foldColumnName(name: string): string {
  return bareText(name);
}

const KNOWN_WORDS: ReadonlyMap<string, string> = new Map(
  FIELDS.filter(({ id }) => id !== 'own').flatMap(({ id, label }) =>
    [label, ...FIELD_SYNONYMS[id]].map((word) => [foldColumnName(word), label] as const),
  ),
);

/** The field of the program that a header means already, which no own column may be called; undefined for none. */
export function fieldCalled(name: string): string | undefined {
  const folded = foldColumnName(name);
  if (folded === foldColumnName('序号')) return '序号';
  if (/^20\d\d年?度?(?:投资)?$/.test(folded)) return '分年度投资';
  return KNOWN_WORDS.get(folded);
}

/** A free id for a new column of this name. */
export function newOwnId(name: string, taken: ReadonlySet<string>): string {
  const base = name.trim();
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}${count}`;
  return id;
}
