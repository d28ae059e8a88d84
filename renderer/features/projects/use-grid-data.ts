// Everything the grid shows, computed from the queries, the filters and the look of the page.
import { useMemo, useRef } from 'react';
import { categoryTree } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import { usedKeys } from '#shared/domain/used-columns.ts';
import { formatUnit } from '#shared/values/money.ts';
import { useDisplayUnit } from '../../api/display-unit.ts';
import { useProjects, useReference, useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { makeCellReader } from './cell-text.ts';
import { type Asked, isFiltering } from './filters/match.ts';
import { type Sorting, sortProjects } from './filters/sorting.ts';
import { keepStaying, type Staying } from './filters/staying.ts';
import { LEVEL_SUBJECT, makeSubjects, withFindings } from './filters/subjects.ts';
import { gridColumns } from './grid-columns.ts';
import type { GridData } from './grid-state.ts';
import { type GridLook, layoutOf, shownKeys } from './layout/look.ts';
import { buildRows, type Rows } from './rows.ts';
import { makeTotaller } from './totals.ts';
import { useRowFindings } from './use-row-findings.ts';

const NO_PROJECTS: readonly Project[] = [];

/** null until plan, projects and look are there. */
export function useGridData(asked: Asked, sorting: Sorting, look: GridLook, isLookKnown: boolean): GridData | null {
  const loaded = useProjects().data?.projects;
  const about = useReference().data;
  const findings = useRowFindings();
  const readOnly = lockedText(useWorkbook());
  const { unit, isKnown: isUnitKnown } = useDisplayUnit();
  const before = useRef<Rows | null>(null);
  const { layouts, view, showEmpty, collapsed, sortMode, wrap } = look;

  const fixed = useMemo(() => {
    if (!about) return null;
    const tree = categoryTree(about.reference, about.plan.scheme);
    before.current = null;
    return {
      tree,
      totalAll: makeTotaller(tree, about.reference),
      totalShown: makeTotaller(tree, about.reference),
    };
  }, [about]);
  const reader = useMemo(() => (about ? makeCellReader(about.reference, unit) : null), [about, unit]);
  const ofColumns = useMemo(
    () => (about ? makeSubjects({ ...about, amountText: (fen) => formatUnit(fen, unit) }) : null),
    [about, unit],
  );
  const subjects = useMemo(() => (ofColumns ? withFindings(ofColumns, findings) : null), [ofColumns, findings]);
  const projects = loaded ?? NO_PROJECTS;
  // One text, so that an edit that changes nothing in it does not make the columns anew.
  const usedText = useMemo(
    () => (about ? [...usedKeys(projects, about.reference)].sort().join(' ') : ''),
    [about, projects],
  );
  const columns = useMemo(() => {
    if (!about) return [];
    const shown = { layouts, view };
    const used = new Set(usedText.split(' '));
    const keys = shownKeys(shown, about.plan, about.reference, used);
    return gridColumns(about.plan, about.reference, keys, layoutOf(shown));
  }, [about, layouts, view, usedText]);

  const asking = useMemo(() => (isFiltering(asked) ? asked : null), [asked]);
  // Findings come anew after each edit; the rows depend on them only while they are filtered by them.
  const asksFindings = LEVEL_SUBJECT in asked.filters;
  const filterable = asksFindings ? subjects : ofColumns;
  const staying = useRef<Staying | null>(null);
  const kept = useMemo(() => {
    staying.current = asking && filterable ? keepStaying(staying.current, projects, asking, filterable) : null;
    return staying.current?.shown ?? projects;
  }, [asking, filterable, projects]);
  const sorted = useMemo(() => {
    if (sorting.length === 0 || !ofColumns) return null;
    return { mode: sortMode, sort: (list: readonly Project[]) => sortProjects(list, sorting, ofColumns) };
  }, [sorting, sortMode, ofColumns]);
  const rows = useMemo(() => {
    if (!fixed) return null;
    const all = fixed.totalAll(projects);
    const shown = asking ? fixed.totalShown(kept) : all;
    const input = { tree: fixed.tree, all, shown, collapsed: new Set(collapsed), showEmpty, sorted };
    before.current = buildRows(input, before.current);
    return before.current;
  }, [fixed, projects, kept, asking, sorted, collapsed, showEmpty]);

  return useMemo(() => {
    if (!rows || !fixed || !about || !loaded || !reader || !subjects || !isLookKnown || !isUnitKnown) return null;
    const { plan, reference } = about;
    return {
      rows,
      columns,
      reader,
      subjects,
      tree: fixed.tree,
      plan,
      reference,
      projects,
      findings,
      readOnly,
      isInPlanOrder: sorting.length === 0 && !asking,
      wrap,
    };
  }, [
    rows,
    columns,
    reader,
    subjects,
    fixed,
    about,
    loaded,
    projects,
    findings,
    readOnly,
    sorting,
    asking,
    isLookKnown,
    isUnitKnown,
    wrap,
  ]);
}
