// What the editor of a cell offers: choices, the category tree, places known to the workbook.
import { categoryHeading, categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import type { Column } from '#shared/domain/fields.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { foldText } from './filters/fold-text.ts';

export interface EditorOption {
  /** What is sent to the backend. */
  value: string;
  label: string;
  depth: number;
  /** A heading that cannot be chosen itself. */
  disabled?: boolean;
  hint?: string;
}

export interface OptionSource {
  plan: PlanInfo;
  reference: ReferenceData;
  projects: readonly Project[];
}

/** Whether the cell takes only what is in its list. */
export function isClosedList(column: Column): boolean {
  return column.kind === 'category' || column.kind === 'choice';
}

/** The options of a column for a project; [] where anything may be typed. */
export function optionsFor(column: Column, project: Project | null, source: OptionSource): EditorOption[] {
  if (column.kind === 'choice') {
    return (column.field.choices ?? []).map((choice) => ({ value: choice, label: choice, depth: 0 }));
  }
  if (column.kind === 'category') return categoryOptions(source.reference, source.plan.scheme);
  if (column.kind === 'place') return placeOptions(column, project, source);
  if (column.field.id === 'unit' || column.field.id === 'department' || column.field.id === 'implementer') {
    const { id } = column.field;
    return countedOptions(source.projects.map((item) => item[id]));
  }
  return [];
}

export function categoryOptions(reference: ReferenceData, scheme: string): EditorOption[] {
  return flattenCategories(categoryTree(reference, scheme)).map((node) => ({
    value: node.category.id,
    label: categoryHeading(node.category),
    depth: node.depth,
  }));
}

/** The id of a category written as id, name, heading or path; undefined where it is not one of the scheme. */
export function findCategory(reference: ReferenceData, scheme: string, text: string): string | undefined {
  const wanted = foldText(text.split('›').at(-1) ?? '').replace(/\s/g, '');
  if (wanted === '') return undefined;
  const nodes = flattenCategories(categoryTree(reference, scheme));
  const names = (node: (typeof nodes)[number]): string[] =>
    [node.category.id, node.category.name, categoryHeading(node.category), ...node.category.aliases].map((name) =>
      foldText(name).replace(/\s/g, ''),
    );
  // A leaf is meant before a class of the same name.
  const found = nodes.findLast((node) => node.children.length === 0 && names(node).includes(wanted));
  return (found ?? nodes.find((node) => names(node).includes(wanted)))?.category.id;
}

function placeOptions(column: Column, project: Project | null, source: OptionSource): EditorOption[] {
  if (column.field.id === 'town') {
    const known = source.reference.regions
      .filter((region) => region.level === 'town' && (!project || region.parent === project.regionCode))
      .map((region) => region.name);
    return mergeOptions(known, countedOptions(source.projects.map((item) => item.town)));
  }
  const town = project?.town ?? null;
  const inTown = source.projects.filter((item) => town === null || item.town === town);
  const townCode = source.reference.regions.find((region) => region.level === 'town' && region.name === town)?.code;
  const known = source.reference.regions
    .filter((region) => region.level === 'village' && (town === null || region.parent === townCode))
    .map((region) => region.name);
  return mergeOptions(known, countedOptions(inTown.map((item) => item.village)));
}

function mergeOptions(known: readonly string[], used: readonly EditorOption[]): EditorOption[] {
  const byLabel = new Map(used.map((option) => [option.value, option]));
  const listed = known.map((name) => byLabel.get(name) ?? { value: name, label: name, depth: 0 });
  const names = new Set(known);
  return [...listed, ...used.filter((option) => !names.has(option.value))];
}

/** The values in use, the most frequent first, with their number as a hint. */
function countedOptions(values: readonly (string | null)[]): EditorOption[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([value, count]) => ({ value, label: value, depth: 0, hint: `${count}` }));
}

/** The options that hold the typed text, with the headings above them; all of them for ''. */
export function narrowOptions(options: readonly EditorOption[], typed: string): EditorOption[] {
  const wanted = foldText(typed.trim());
  if (wanted === '') return [...options];
  const keep = options.map((option) => foldText(option.label).includes(wanted));
  options.forEach((option, index) => {
    if (!keep[index]) return;
    let depth = option.depth;
    for (let above = index - 1; above >= 0 && depth > 0; above -= 1) {
      const parent = options[above];
      if (parent && parent.depth < depth) {
        keep[above] = true;
        depth = parent.depth;
      }
    }
  });
  return options.filter((_, index) => keep[index]);
}
