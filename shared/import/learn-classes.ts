// Learns classes from a sheet: headings (or the words of its class column) that the plan does not know become classes,
// with the numbering and the parents that they have there; or the sheet's whole scheme takes the place of the plan's.

import type { Category, CategoryScheme, PlanInfo, ReferenceData } from '../domain/reference.ts';
import { freeId } from '../frame/ids.ts';
import { bareText } from '../values/fold-text.ts';
import { chineseOrdinal } from '../values/numerals.ts';
import type { ClassWords, ReadProject, TableReading } from './reading.ts';

/** The answer to the question after a heading: it becomes a class. */
export const NEW_CLASS = '+';

export interface LearnedClasses {
  categories: Category[];
  /** The scheme of the new classes, where it is to be the plan's; null: they join the scheme that is there. */
  scheme: CategoryScheme | null;
}

/** Which headings become classes: those that were chosen, or all; `own`: the whole scheme of the sheet. */
export type LearnMode =
  | { kind: 'own'; name: string }
  | { kind: 'all' }
  | { kind: 'chosen'; isChosen(project: ReadProject): boolean };

/** '一' for 一、, （一） for (一) and ㈠, 1 for 1. */
export function ordinalOf(mark: string): string {
  const plain = mark
    .normalize('NFKC')
    .replace(/[、.．,，:：\s]+$/, '')
    .replace(/^第|(?:部分|类)$/g, '');
  const inner = /^[(（〔]?(.*?)[)）〕]?$/.exec(plain)?.[1] ?? plain;
  return /^[(（〔]/.test(plain) || /^\d+[)）]$/.test(plain) ? `（${inner}）` : inner;
}

/** The classes that the tables bring; [] where they bring none. Pure: ids are free in `reference`. */
export function learnClasses(
  tables: readonly Pick<TableReading, 'projects'>[],
  plan: Pick<PlanInfo, 'scheme'>,
  reference: Pick<ReferenceData, 'categories' | 'schemes'>,
  mode: LearnMode,
): LearnedClasses {
  const isOwn = mode.kind === 'own';
  const taken = new Set([...reference.categories, ...reference.schemes].map(({ id }) => id));
  const scheme = isOwn ? { id: freeId('own-', taken), name: freeName(mode.name, reference.schemes) } : null;
  const schemeId = scheme?.id ?? plan.scheme;
  const learned: Category[] = [];
  const idOf = new Map<string, string>();
  const keyOf = (parent: string | null, name: string): string => `${parent ?? ''}\n${bareText(name)}`;
  if (!isOwn) {
    for (const { id, scheme: of, parent, name, aliases } of reference.categories)
      if (of === schemeId)
        for (const text of [name, ...aliases]) if (!idOf.has(keyOf(parent, text))) idOf.set(keyOf(parent, text), id);
  }
  const seen = new Set<ClassWords>();
  for (const { projects } of tables) {
    for (const project of projects) {
      const { classWords } = project;
      if (seen.has(classWords) || !isWanted(project, mode)) continue;
      seen.add(classWords);
      let parent = isOwn ? null : classWords.known;
      for (const step of classWords.path.slice(isOwn ? 0 : classWords.knownSteps)) {
        const key = keyOf(parent, step.name);
        let id = idOf.get(key);
        if (id === undefined) {
          id = freeId(`${schemeId}.`, taken);
          taken.add(id);
          idOf.set(key, id);
          learned.push({
            id,
            scheme: schemeId,
            parent,
            ordinal: step.mark,
            name: step.name,
            aliases: [],
            lastYear: null,
          });
        }
        parent = id;
      }
    }
  }
  return { scheme, categories: numbered(learned, reference.categories, schemeId) };
}

function isWanted(project: ReadProject, mode: LearnMode): boolean {
  const { path, knownSteps, isType } = project.classWords;
  if (path.length === 0) return false;
  if (mode.kind === 'own') return true;
  if (mode.kind === 'chosen') return project.unknownHeading !== '' && mode.isChosen(project);
  return isType ? project.values.categoryId === null : project.unknownHeading !== '' && knownSteps < path.length;
}

/**
 * Numbering as in the sheet, unless a class beside it has that number; where a sheet has none at all, that of its place
 * among its siblings.
 */
function numbered(learned: readonly Category[], known: readonly Category[], scheme: string): Category[] {
  const hasMarks = learned.some(({ ordinal }) => ordinal !== '');
  const own = known.filter((one) => one.scheme === scheme);
  const depth = new Map<string | null, number>([[null, -1]]);
  for (const { id, parent } of [...own, ...learned]) depth.set(id, (depth.get(parent) ?? 0) + 1);
  const counts = new Map<string | null, number>();
  for (const { parent } of own) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  const keyOf = (parent: string | null, ordinal: string): string => `${parent ?? ''}\n${ordinal}`;
  const ofPlan = new Set(own.map(({ parent, ordinal }) => keyOf(parent, ordinal)));
  const ofSheet = new Set(learned.map(({ parent, ordinal }) => keyOf(parent, ordinalOf(ordinal))));
  return learned.map((one) => {
    const stated = ordinalOf(one.ordinal);
    if (hasMarks && (stated === '' || !ofPlan.has(keyOf(one.parent, stated)))) return { ...one, ordinal: stated };
    const level = depth.get(one.id) ?? 0;
    for (;;) {
      const at = (counts.get(one.parent) ?? 0) + 1;
      counts.set(one.parent, at);
      const ordinal = level === 0 ? chineseOrdinal(at) : level === 1 ? `（${chineseOrdinal(at)}）` : String(at);
      const key = keyOf(one.parent, ordinal);
      if (!ofPlan.has(key) && !(hasMarks && ofSheet.has(key))) return { ...one, ordinal };
    }
  });
}

function freeName(name: string, schemes: readonly CategoryScheme[]): string {
  const known = new Set(schemes.map((one) => one.name));
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? name : `${name}（${at}）`;
    if (!known.has(tried)) return tried;
  }
}
