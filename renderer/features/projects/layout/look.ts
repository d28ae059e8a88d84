// How the 项目表 looks: the view, its columns with order, widths and frozen ones, folded headings. Kept in the workbook.

import { columnsOf } from '#shared/domain/fields.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { SortMode } from '../filters/sorting.ts';
import { columnsOfView, HOME_VIEW, NONE_USED, VIEWS } from './views.ts';

/** What somebody changed in a view; what is absent is as the view has it. */
export interface ViewLayout {
  /** Keys of the shown columns behind 序号, in order. */
  columns?: readonly string[];
  /** Pixels. */
  widths?: Readonly<Record<string, number>>;
  /** How many columns stay while the others scroll, 序号 counted. */
  frozen?: number;
}

export interface GridLook {
  view: string;
  layouts: Readonly<Record<string, ViewLayout>>;
  /** Views that users saved; their columns stand in `layouts`. */
  own: readonly { id: string; name: string }[];
  /** Ids of folded heading rows. */
  collapsed: readonly string[];
  showEmpty: boolean;
  /** Long texts over several lines. */
  wrap: boolean;
  sortMode: SortMode;
}

/** The view on the screen with what was changed in it. */
export type ShownView = Pick<GridLook, 'view' | 'layouts'>;

export const START_LOOK: GridLook = {
  view: HOME_VIEW,
  layouts: {},
  own: [],
  collapsed: [],
  showEmpty: false,
  wrap: false,
  sortMode: 'whole',
};

/** 序号 and 名称 stay unless somebody freezes more or fewer. */
export const USUAL_FROZEN = 2;

/** The layout of the shown view. */
export function layoutOf(look: ShownView): ViewLayout {
  return look.layouts[look.view] ?? {};
}

/** Keys of the shown columns behind 序号; 名称 is always the first. Columns that the plan no longer has are left out. */
export function shownKeys(
  look: ShownView,
  plan: PlanInfo,
  reference: ReferenceData,
  used: ReadonlySet<string> = NONE_USED,
): string[] {
  const chosen = layoutOf(look).columns;
  if (!chosen) return columnsOfView(look.view, plan, reference, used).map(({ key }) => key);
  const known = new Set(columnsOf(plan, reference).map(({ key }) => key));
  return ['name', ...chosen.filter((key) => key !== 'name' && known.has(key))];
}

/** The look with something of the shown view's layout changed. */
export function withLayout(look: GridLook, part: ViewLayout): GridLook {
  return { ...look, layouts: { ...look.layouts, [look.view]: { ...layoutOf(look), ...part } } };
}

/** Shows or hides columns; new ones come to their place in the order of `all`. */
export function withColumns(shown: readonly string[], all: readonly string[], wanted: ReadonlySet<string>): string[] {
  const kept = shown.filter((key) => wanted.has(key));
  for (const key of all) {
    if (!wanted.has(key) || kept.includes(key)) continue;
    const before = all.slice(0, all.indexOf(key));
    const at = kept.findLastIndex((other) => before.includes(other));
    kept.splice(at + 1, 0, key);
  }
  return kept;
}

/** The keys with one moved before or behind another. */
export function moveKey(keys: readonly string[], key: string, beside: string, after: boolean): string[] {
  if (key === beside) return [...keys];
  const rest = keys.filter((other) => other !== key);
  rest.splice(rest.indexOf(beside) + (after ? 1 : 0), 0, key);
  return rest;
}

/** The view as the program has it; a saved view has nothing to go back to. */
export function resetView(look: GridLook): GridLook {
  const layouts = Object.fromEntries(Object.entries(look.layouts).filter(([id]) => id !== look.view));
  return isOwn(look, look.view) ? look : { ...look, layouts };
}

export function isOwn(look: GridLook, view: string): boolean {
  return look.own.some(({ id }) => id === view);
}

/** Saves what is shown under a name and shows it; the same name again replaces it. The built-in view is as before. */
export function saveView(look: GridLook, name: string, keys: readonly string[]): GridLook {
  const same = look.own.find((view) => view.name === name);
  const numbers = look.own.map(({ id }) => Number(id.slice('own'.length)));
  const id = same?.id ?? `own${Math.max(0, ...numbers) + 1}`;
  const reset = resetView(look);
  return {
    ...reset,
    own: same ? look.own : [...look.own, { id, name }],
    view: id,
    layouts: { ...reset.layouts, [id]: { ...layoutOf(look), columns: keys } },
  };
}

/** Takes a saved view away. */
export function removeView(look: GridLook, view: string): GridLook {
  return {
    ...look,
    view: look.view === view ? HOME_VIEW : look.view,
    own: look.own.filter(({ id }) => id !== view),
    layouts: Object.fromEntries(Object.entries(look.layouts).filter(([id]) => id !== view)),
  };
}

/** The name of a view. */
export function viewName(look: GridLook, view: string): string {
  return [...VIEWS, ...look.own].find(({ id }) => id === view)?.name ?? VIEWS[0]?.name ?? '';
}
