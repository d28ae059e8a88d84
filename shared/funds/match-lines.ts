// Finds the project that a row of a money sheet speaks of: by code, else by name and place, as a list sent again is
// matched. What cannot be told names the likeliest projects.

import type { Project } from '../domain/project.ts';
import type { ImportProblem } from '../import/preview.ts';
import { type Matching, matchKey, matchProjects, NEW_ROW } from '../import/project-match.ts';
import type { TableReading } from '../import/reading.ts';
import { listPlaceReader } from '../places/place-key.ts';
import type { PlanData } from '../records/plan-data.ts';
import { bareText } from '../values/fold-text.ts';
import { type ColumnPatterns, cellProblem, type SheetLine } from './sheet-rows.ts';

export type WhoKey = 'name' | 'code' | 'town' | 'village' | 'place';

/** Columns that say which project is meant. */
export const WHO_COLUMNS: ColumnPatterns<WhoKey> = [
  ['code', /项目(?:编号|编码|代码)|^编[号码]$/],
  ['name', /(?:项目|工程|子项目)名称?$|^名称$/],
  ['town', /^(?:.*›)?(?:乡镇|乡镇街道|镇街道?|所在乡镇|实施乡镇|乡|镇)$/],
  ['village', /^(?:.*›)?(?:村|村社区|行政村|所在村|实施村|建设村)$/],
  ['place', /地点|地址|坐落|实施地|所在地/],
];

export interface MatchedLine<Key extends string> {
  line: SheetLine<Key | WhoKey>;
  /** null: not told. */
  project: Project | null;
  /** What it may be, the likeliest first. */
  candidates: readonly Project[];
}

const MOST = 3;
const LEAST_LIKENESS = 0.5;

/** Rows to projects; `pairs` settles rows by hand (row number to a project's id, null: leave out). */
export function matchLines<Key extends string>(
  data: PlanData,
  lines: readonly SheetLine<Key | WhoKey>[],
  pairs: ReadonlyMap<number, string | null>,
): MatchedLine<Key>[] {
  const { projects, reference } = data;
  const places = listPlaceReader(reference.regions, projects);
  const state: Matching = { matches: new Map(), free: new Set(projects.keys()) };
  const byId = new Map(projects.map(({ id }, index) => [id, index]));
  lines.forEach(({ row }, index) => {
    const id = pairs.get(row);
    if (id === undefined) return;
    const at = id === null ? undefined : byId.get(id);
    if (at === undefined) state.matches.set(index, NEW_ROW);
    else {
      // Several rows may speak of one project: a payment each.
      state.matches.set(index, { existing: at, conflict: '', candidates: [] });
    }
  });
  // The same project on several rows is one question to the matching, and one answer for all of them.
  const keyOf = ({ text }: SheetLine<Key | WhoKey>): string =>
    [text('code'), text('name'), text('town'), text('village'), text('place')].map(bareText).join('\n');
  const open = lines.flatMap((line, index) => (state.matches.has(index) ? [] : [{ index, key: keyOf(line) }]));
  const groups = [...Map.groupBy(open, ({ key }) => key).values()];
  const groupState: Matching = { matches: new Map(), free: state.free };
  matchProjects(
    {
      incoming: groups.map((group) => {
        const { text } = lines[group[0]?.index ?? 0] as SheetLine<Key | WhoKey>;
        const town = [text('town'), text('village')].every((part) => part === '') ? text('place') : text('town');
        return matchKey({ name: text('name'), code: text('code'), town, village: text('village') }, places);
      }),
      existing: projects.map((project) => matchKey(project, places)),
      isEqual: () => false,
      rowMark: () => ({ total: null, content: '' }),
      projectMark: () => ({ total: null, content: '' }),
    },
    groupState,
  );
  groups.forEach((group, index) => {
    for (const one of group) state.matches.set(one.index, groupState.matches.get(index) ?? NEW_ROW);
  });
  const likely = nameFinder(projects);
  return lines.map((line, index) => {
    const match = state.matches.get(index) ?? NEW_ROW;
    const project = match.existing === null ? null : (projects[match.existing] ?? null);
    const named = match.candidates.flatMap((at) => projects[at] ?? []);
    const candidates = project !== null ? [] : named.length > 0 ? named.slice(0, MOST) : likely(line.text('name'));
    return { line, project, candidates };
  });
}

function grams(text: string): Set<string> {
  const found = new Set<string>();
  for (let index = 0; index + 1 < text.length; index += 1) found.add(text.slice(index, index + 2));
  return found;
}

/** Projects of a similar name, by common pairs of letters. */
function nameFinder(projects: readonly Project[]): (name: string) => Project[] {
  let known: { project: Project; own: Set<string> }[] | null = null;
  return (name) => {
    const wanted = grams(bareText(name));
    if (wanted.size === 0) return [];
    known ??= projects.map((project) => ({ project, own: grams(bareText(project.name)) }));
    return known
      .map(({ project, own }) => {
        let common = 0;
        for (const gram of wanted) if (own.has(gram)) common += 1;
        return { project, likeness: (2 * common) / (wanted.size + own.size) };
      })
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST)
      .map(({ project }) => project);
  };
}

/** The remark of a row whose project is not known. */
export function unmatchedProblem<Key extends string>(
  reading: TableReading,
  { line, candidates }: MatchedLine<Key>,
): ImportProblem {
  const name = line.text('name');
  const list = candidates.map(
    (one) => `“${one.name}”（${[one.town, one.village].filter(Boolean).join('') || '地点未填'}）`,
  );
  const proposal = list.length === 0 ? '' : `可能是 ${list.join('、')}`;
  return cellProblem(
    reading,
    'warning',
    'project-unknown',
    line.address('name'),
    name,
    `项目表里找不到“${name}”，这一行没有读入${proposal === '' ? '；请核对名称、地点，或先把它加进项目表' : `；${proposal}，请选定或改正名称`}`,
    proposal,
  );
}
