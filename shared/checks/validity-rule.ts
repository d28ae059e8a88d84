// T19: names that do not hold for a project's years: units that ended before it began or came after it, classes that were
// to be used no longer.
import { type Agency, agencyReader } from '#shared/domain/agencies.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import { endYear, type Project, splitCellKey, startYear } from '#shared/domain/project.ts';
import type { Category, PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { Finding } from './finding.ts';
import type { ProjectContext, ProjectRule } from './rule.ts';
import { placeText, plainFinding, projectPlace } from './wording.ts';

/** The cells that name units. */
export const AGENCY_FIELDS = [
  ['unit', '责任单位'],
  ['department', '主管部门'],
  ['implementer', '实施单位'],
] as const;

type Context = Pick<ProjectContext, 'plan' | 'reference'>;

/**
 * First and last year of a project in the plan: as stated, else those with amounts, else those of the plan. One that began
 * before the period is in the plan from its first year: who is responsible in the plan counts, not who once was.
 */
export function projectYears(
  project: Project,
  plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>,
): { first: number; last: number; isRunning: boolean } {
  const { byYear, cells } = project.amounts;
  const paid = [...Object.keys(byYear), ...Object.keys(cells).map((key) => splitCellKey(key).year)]
    .map(Number)
    .filter((year) => year >= plan.firstYear && year <= plan.lastYear);
  const start = startYear(project) ?? (paid.length > 0 ? Math.min(...paid) : plan.firstYear);
  const last = Math.max(start, endYear(project) ?? (paid.length > 0 ? Math.max(...paid) : plan.lastYear));
  const first = Math.min(Math.max(start, plan.firstYear), last);
  return { first, last, isRunning: start < first };
}

/** 项目从 2025 年开始; 项目 2026 年还在做 of one that began before. */
function sinceText({ first, isRunning }: { first: number; isRunning: boolean }): string {
  return isRunning ? `项目 ${first} 年还在做` : `项目从 ${first} 年开始`;
}

/** A cell with each ended unit replaced by the one that did its work in the project's first year; null: nothing to replace. */
export function succeededCell(cell: string, project: Project, { plan, reference }: Context): string | null {
  if (reference.agencies.length === 0) return null;
  const { read, inYear } = agencyReader({ plan, reference });
  const { first } = projectYears(project, plan);
  const { units, between } = read(cell);
  let isChanged = false;
  const texts = units.map(({ text, prefix, agency }) => {
    const next = agency === null || !hasEnded(agency, first) ? null : inYear(agency, first);
    if (agency === null || next === null || next === agency || hasEnded(next, first)) return text;
    isChanged = true;
    return next.name.startsWith(prefix) ? next.name : prefix + next.name;
  });
  if (!isChanged) return null;
  // Two units of a cell may have gone into one.
  const kept = texts.flatMap((text, at) =>
    texts.indexOf(text) < at ? [] : [{ text, mark: at === 0 ? '' : (between[at - 1] ?? '') }],
  );
  return kept.map(({ text, mark }) => mark + text).join('');
}

function hasEnded({ to }: Pick<Agency, 'to'>, year: number): boolean {
  return to !== null && to < year;
}

function checkAgencies(project: Project, context: Context): Finding[] {
  const { plan, reference } = context;
  if (reference.agencies.length === 0) return [];
  const { read } = agencyReader({ plan, reference });
  const years = projectYears(project, plan);
  const { first, last } = years;
  return AGENCY_FIELDS.flatMap(([key, column]) => {
    const cell = project[key];
    if (cell === null || cell.trim() === '') return [];
    return read(cell).units.flatMap(({ text, agency }): Finding[] => {
      if (!agency) return [];
      const isOver = hasEnded(agency, first);
      if (!isOver && (agency.from === null || agency.from <= last)) return [];
      const next = isOver ? succeededCell(text, project, context) : null;
      const place = projectPlace(project, column, key);
      const what = isOver
        ? `只到 ${agency.to} 年，${sinceText(years)}`
        : `从 ${agency.from} 年才有，项目到 ${last} 年为止`;
      const advice =
        next === null
          ? '请核对单位和年份，或在“规划设置”的“单位”中改起止年、写明职能划入哪个单位'
          : `按单位表请改为“${next}”`;
      const message = `${placeText(place)}：${column}“${text}”${what}。${advice}。`;
      const suspect = next === null ? '' : `应为“${next}”`;
      return [plainFinding('T19', 'warning', place, message, { left: text, right: next ?? '', suspect, aspect: text })];
    });
  });
}

const retiredOf = new WeakMap<ReferenceData, ReadonlyMap<string, Category>>();

/** The class at or above each class that is used to a last year only; the earliest one counts. */
function retiredClasses(reference: ReferenceData): ReadonlyMap<string, Category> {
  let found = retiredOf.get(reference);
  if (!found) {
    const byId = new Map(reference.categories.map((one) => [one.id, one]));
    const retired = new Map<string, Category>();
    for (const { id } of reference.categories.some(({ lastYear }) => lastYear !== null) ? reference.categories : []) {
      const seen = new Set<string>();
      for (let at = byId.get(id); at && !seen.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent)) {
        seen.add(at.id);
        const known = retired.get(id)?.lastYear ?? Number.POSITIVE_INFINITY;
        if (at.lastYear !== null && at.lastYear < known) retired.set(id, at);
      }
    }
    found = retired;
    retiredOf.set(reference, found);
  }
  return found;
}

function checkClass(project: Project, { plan, reference }: Context): Finding[] {
  const { categoryId } = project;
  const retired = categoryId === null ? undefined : retiredClasses(reference).get(categoryId);
  if (!retired || categoryId === null) return [];
  const years = projectYears(project, plan);
  const { first } = years;
  if (retired.lastYear === null || retired.lastYear >= first) return [];
  const place = { ...projectPlace(project, '规划类别', 'categoryId'), categoryId };
  const name = categoryPath(reference, categoryId).join(' › ');
  const message = `${placeText(place)}：类别“${name}”只用到 ${retired.lastYear} 年，${sinceText(years)}。请改列到现用的类别，或在“规划设置”的“类别”中改“使用到”。`;
  return [
    plainFinding('T19', 'warning', place, message, { left: `${first}`, right: `${retired.lastYear}`, aspect: '类别' }),
  ];
}

export const VALIDITY_RULE: ProjectRule = {
  id: 'T19',
  level: 'warning',
  scope: 'project',
  title: '单位、类别与项目的年份相合',
  help: '责任单位、主管部门、实施单位在“规划设置”的“单位”中写有起止年的，项目开始时（规划期以前开始的按规划期第一年）应还在；已撤并的可自动改为职能划入的单位。类别写有“使用到”的，以后年份的项目不应再列在其中。',
  examples: {
    passes: {
      text: '乡村振兴局到 2024 年，项目 2023 年开始。',
      projects: [{ unit: '区乡村振兴局', startAt: '2023', endAt: '2023' }],
      agencies: [{ id: 'a', name: '乡村振兴局', aliases: [], from: 2021, to: 2024, successor: null }],
    },
    fails: {
      text: '乡村振兴局到 2024 年、职能划入农业农村局，2025 年开始的项目责任单位仍写区乡村振兴局。',
      projects: [{ unit: '区乡村振兴局', startAt: '2025', endAt: '2025' }],
      agencies: [
        { id: 'a', name: '乡村振兴局', aliases: [], from: 2021, to: 2024, successor: 'b' },
        { id: 'b', name: '农业农村局', aliases: [], from: null, to: null, successor: null },
      ],
    },
  },
  check: (project, context) => [...checkAgencies(project, context), ...checkClass(project, context)],
};
