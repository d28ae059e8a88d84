// Everything the grid shows, computed from the queries and the settings of the page.
import { useMemo, useRef } from 'react';
import { categoryTree } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import { useFindingIndex, useProjects, useReference, useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { makeCellReader } from './cell-text.ts';
import { makeFilter, type ProjectFilter } from './filters.ts';
import { gridColumns } from './grid-columns.ts';
import type { GridData } from './grid-state.ts';
import { buildRows, type Rows } from './rows.ts';
import { type Sorting, sortProjects } from './sorting.ts';
import { makeTotaller } from './totals.ts';

export interface GridSettings {
  filter: ProjectFilter;
  sorting: Sorting | null;
  collapsed: ReadonlySet<string>;
  showEmpty: boolean;
  extra: ReadonlySet<string>;
}

const NO_LEVELS: ReadonlySet<string> = new Set();
const NO_PROJECTS: readonly Project[] = [];

/** null until plan and projects are there. */
export function useGridData(settings: GridSettings): GridData | null {
  const { nav } = useSession();
  const search = useStore(nav, (state) => state.search);
  const only = useStore(nav, (state) => state.only);
  const loaded = useProjects().data?.projects;
  const about = useReference().data;
  const findings = useFindingIndex();
  const readOnly = lockedText(useWorkbook());
  const before = useRef<Rows | null>(null);
  const { filter, sorting, collapsed, showEmpty, extra } = settings;

  const fixed = useMemo(() => {
    if (!about) return null;
    const tree = categoryTree(about.reference, about.plan.scheme);
    before.current = null;
    return {
      tree,
      reader: makeCellReader(about.reference),
      totalAll: makeTotaller(tree, about.reference),
      totalShown: makeTotaller(tree, about.reference),
    };
  }, [about]);

  const columns = useMemo(() => (about ? gridColumns(about.plan, about.reference, extra) : []), [about, extra]);
  const projects = loaded ?? NO_PROJECTS;
  const levels = useMemo(() => {
    if (filter.levels.length === 0) return null;
    return new Map([...findings].map(([id, list]) => [id, new Set<string>(list.map((finding) => finding.level))]));
  }, [findings, filter.levels]);

  const rows = useMemo(() => {
    if (!fixed || !about) return null;
    const all = fixed.totalAll(projects);
    const keep = makeFilter(filter, search, only?.ids ?? null, about.reference, (id) => levels?.get(id) ?? NO_LEVELS);
    const kept = keep ? projects.filter(keep) : projects;
    const shown = keep ? fixed.totalShown(kept) : all;
    const column = sorting ? columns.find((candidate) => candidate.key === sorting.key) : undefined;
    const sorted = sorting && column ? sortProjects(kept, column, sorting.direction, fixed.reader) : null;
    before.current = buildRows({ tree: fixed.tree, all, shown, collapsed, showEmpty, sorted }, before.current);
    return before.current;
  }, [fixed, about, projects, filter, search, only, levels, sorting, columns, collapsed, showEmpty]);

  return useMemo(() => {
    if (!rows || !fixed || !about || !loaded) return null;
    const { plan, reference } = about;
    return { rows, columns, reader: fixed.reader, plan, reference, projects, findings, readOnly };
  }, [rows, columns, fixed, about, loaded, projects, findings, readOnly]);
}
