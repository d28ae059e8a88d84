// The list of values in a column's drop-down: each with how many projects have it, narrowed by a search.
import type { Project } from '#shared/domain/project.ts';
import type { Filter } from './filter.ts';
import { foldText } from './fold-text.ts';
import type { Subject } from './subjects.ts';

export interface ValueItem {
  value: string;
  label: string;
  /** Projects with this value; at a heading those beneath it too. */
  count: number;
  depth: number;
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** The values of a subject among some projects; blank cells come last. */
export function listValues(subject: Subject, projects: readonly Project[]): ValueItem[] {
  const counts = new Map<string, number>();
  for (const project of projects) {
    for (const value of subject.valuesOf(project)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const item = (value: string, depth = 0): ValueItem => ({
    value,
    label: subject.labelOf(value),
    count: counts.get(value) ?? 0,
    depth,
  });
  const blank = counts.has('') ? [item('')] : [];
  if (subject.items) {
    const items = subject.items.map(({ value, depth }) => item(value, depth));
    return [...withSums(items).filter(({ count }) => count > 0), ...blank];
  }
  const values = [...counts.keys()].filter((value) => value !== '');
  if (subject.kind === 'text') values.sort(COLLATOR.compare);
  else values.sort((a, b) => Number(a) - Number(b));
  return [...values.map((value) => item(value)), ...blank];
}

/** Adds what stands beneath a heading to its count. */
function withSums(items: readonly ValueItem[]): ValueItem[] {
  return items.map((item, index) => ({
    ...item,
    count: item.count + beneath(items, index).reduce((sum, { count }) => sum + count, 0),
  }));
}

/** The items that stand beneath one in the outline. */
function beneath(items: readonly ValueItem[], index: number): ValueItem[] {
  const depth = items[index]?.depth ?? 0;
  const end = items.findIndex((item, at) => at > index && item.depth <= depth);
  return items.slice(index + 1, end === -1 ? items.length : end);
}

/** The items whose label holds the searched text, with all that stands beneath them. */
export function searchValues(items: readonly ValueItem[], typed: string): ValueItem[] {
  const wanted = foldText(typed.trim());
  if (wanted === '') return [...items];
  let within = Number.POSITIVE_INFINITY;
  return items.filter((item) => {
    if (item.depth <= within) within = Number.POSITIVE_INFINITY;
    const isHit = foldText(item.label).includes(wanted);
    if (isHit && item.depth < within) within = item.depth;
    return isHit || item.depth > within;
  });
}

/** The ticked values after a click: a heading takes those beneath it along. */
export function toggleValue(
  checked: ReadonlySet<string>,
  items: readonly ValueItem[],
  index: number,
): ReadonlySet<string> {
  const item = items[index];
  if (!item) return checked;
  const next = new Set(checked);
  const isOn = !next.has(item.value);
  for (const { value } of [item, ...beneath(items, index)]) {
    if (isOn) next.add(value);
    else next.delete(value);
  }
  return next;
}

/** The values that are ticked when the list opens. */
export function checkedValues(filter: Filter | undefined, items: readonly ValueItem[]): ReadonlySet<string> {
  return new Set(filter?.kind === 'values' ? filter.values : items.map(({ value }) => value));
}

/** The filter that the ticks mean; null where all are ticked. `found` are the items that the search left. */
export function valuesFilter(
  items: readonly ValueItem[],
  found: readonly ValueItem[],
  checked: ReadonlySet<string>,
  earlier: ReadonlySet<string> | null,
): Filter | null {
  const chosen = new Set(earlier ?? []);
  for (const { value } of found) {
    if (checked.has(value)) chosen.add(value);
    else chosen.delete(value);
  }
  if (items.every(({ value }) => chosen.has(value))) return null;
  return { kind: 'values', values: items.filter(({ value }) => chosen.has(value)).map(({ value }) => value) };
}
