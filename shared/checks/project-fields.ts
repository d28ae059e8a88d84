// Rules about single values of a project: T10 placeholders, T11 impossible numbers, T14 blanks, T16 period.
import { columnsOf, FIELDS, type FieldId, fieldOf, isAmountField } from '#shared/domain/fields.ts';
import { BEFORE, isOutsideYear, LATER, outsideFen, yearLabel } from '#shared/domain/outside-years.ts';
import { formatPeriod, isOrdered } from '#shared/domain/periods.ts';
import { endYear, type Project, splitCellKey, startYear } from '#shared/domain/project.ts';
import { type Fen, wanText } from '#shared/values/money.ts';
import type { Finding } from './finding.ts';
import type { ProjectContext, ProjectRule } from './rule.ts';
import type { ChoicesSetting } from './rule-settings.ts';
import { placeText, plainFinding, projectPlace } from './wording.ts';

const COUNT_FIELDS = ['households', 'people', 'poorHouseholds', 'poorPeople', 'villages'] as const;

/** Every amount of a project with the column it stands in. */
function amountsOf(
  { amounts }: Project,
  { plan, reference }: ProjectContext,
): { column: string; key: string; fen: Fen }[] {
  const named = (key: string, fallback: string): string =>
    columnsOf(plan, reference).find((column) => column.key === key)?.label ?? fallback;
  const sourceName = (id: string): string => reference.fundSources.find((source) => source.id === id)?.name ?? id;
  return [
    ...(amounts.total === null ? [] : [{ column: '总投资', key: 'total', fen: amounts.total }]),
    ...Object.entries(amounts.bySource).map(([id, fen]) => ({
      column: named(`source:${id}`, sourceName(id)),
      key: `source:${id}`,
      fen,
    })),
    ...Object.entries(amounts.byYear).map(([year, fen]) => ({ column: yearLabel(year), key: `year:${year}`, fen })),
    ...Object.entries(amounts.cells).map(([key, fen]) => {
      const { year, source } = splitCellKey(key);
      return { column: `${yearLabel(year)}${sourceName(source)}`, key: `cell:${key}`, fen };
    }),
  ];
}

function hasNegative({ total, bySource, byYear, cells }: Project['amounts']): boolean {
  if (total !== null && total < 0) return true;
  for (const record of [bySource, byYear, cells]) for (const key in record) if ((record[key] ?? 0) < 0) return true;
  return false;
}

function checkNumbers(project: Project, context: ProjectContext): Finding[] {
  const negative = hasNegative(project.amounts)
    ? amountsOf(project, context)
        .filter(({ fen }) => fen < 0)
        .map(({ column, key, fen }) => {
          const place = projectPlace(project, column, key);
          const message = `${placeText(place)}：${column} ${wanText(fen)} 万元为负数，金额不应小于 0。请改正。`;
          return plainFinding('T11', 'error', place, message, { left: wanText(fen) });
        })
    : [];
  const counts = COUNT_FIELDS.flatMap((id) => {
    const value = project[id];
    if (value === null || (Number.isInteger(value) && value >= 0)) return [];
    const { group, label } = fieldOf(id);
    const column = group ? `${group}（${label}）` : label;
    const place = projectPlace(project, column, id);
    const message = `${placeText(place)}：${column} ${value} 不是 0 或正整数。请改正。`;
    return [plainFinding('T11', 'error', place, message, { left: String(value) })];
  });
  return [...negative, ...counts];
}

export const NUMBER_RULE: ProjectRule = {
  id: 'T11',
  level: 'error',
  scope: 'project',
  title: '金额不为负，个数为整数',
  help: '总投资、资金来源和分年度投资不应小于 0；户数、人数、村数和项目个数应为 0 或正整数。',
  isFixed: true,
  examples: {
    passes: { text: '总投资 35.41 万元，受益 120 人。', projects: [{ total: '35.41', people: 120 }] },
    fails: { text: '受益人数填成 1.5 人，人数应为整数。', projects: [{ total: '35.41', people: 1.5 }] },
  },
  check: checkNumbers,
};

function checkPlaceholder(project: Project): Finding[] {
  const { total } = project.amounts;
  if (total !== 0) return [];
  const place = projectPlace(project, '总投资', 'total');
  const message = `${placeText(place)}：总投资为 0，疑为占位数。请填写实际投资，确实不需投资的请说明。`;
  return [plainFinding('T10', 'warning', place, message, { left: '0', suspect: '疑为占位数' })];
}

export const PLACEHOLDER_RULE: ProjectRule = {
  id: 'T10',
  level: 'warning',
  scope: 'project',
  title: '疑似占位的金额',
  help: '总投资为 0 的项目，以及印发的表中金额数字与项目个数相同的行（如 3 个、3 万元），可能是先占位后忘改。',
  examples: {
    passes: { text: '总投资 30 万元。', projects: [{ total: '30' }] },
    fails: { text: '总投资填 0，多半是先占位、后来忘了改。', projects: [{ total: '0' }] },
  },
  check: checkPlaceholder,
};

const REQUIRED = {
  id: 'fields',
  kind: 'choices',
  label: '必填项',
  options: FIELDS.filter(({ id }) => id === 'total' || (id !== 'own' && !isAmountField(id))).map(({ id, label }) => ({
    value: id,
    label: id === 'name' ? '项目名称' : id === 'town' ? '建设地点' : label,
  })),
  initial: ['name', 'categoryId', 'town', 'total'],
} as const satisfies ChoicesSetting;

/** A place is given by either of its two columns. */
function isBlank(project: Project, id: FieldId): boolean {
  if (id === 'total') return project.amounts.total === null;
  if (id === 'period') return project.startAt === null;
  if (isAmountField(id)) return false;
  const value = id === 'town' ? project.town?.trim() || project.village : project[id];
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function checkBlanks(project: Project, { settings }: ProjectContext): Finding[] {
  const required = settings.of('T14', REQUIRED);
  const blanks = REQUIRED.options.filter(({ value }) => required.includes(value) && isBlank(project, value));
  const [first] = blanks;
  if (!first) return [];
  const labels = blanks.map(({ label }) => label).join('、');
  const place = projectPlace(project, first.label, first.value);
  return [plainFinding('T14', 'error', place, `${placeText(place)}：没有填 ${labels}。请补填。`)];
}

export const BLANK_RULE: ProjectRule = {
  id: 'T14',
  level: 'error',
  scope: 'project',
  title: '必填项不空',
  help: '每个项目都应有名称、规划类别、建设地点和总投资；本县要求的其他必填项可以在设置中加上。',
  isFixed: true,
  settings: [REQUIRED],
  examples: {
    passes: { text: '名称、规划类别、建设地点、总投资都已填写。', projects: [{ total: '30' }] },
    fails: { text: '没有填总投资，也没有选规划类别。', projects: [{ categoryId: null }] },
  },
  check: checkBlanks,
};

function checkPeriod(project: Project, { plan }: ProjectContext): Finding[] {
  const { startAt, endAt } = project;
  const findings: Finding[] = [];
  const place = projectPlace(project, '建设年限', 'period');
  const shown = formatPeriod(startAt, endAt);
  if (startAt !== null && endAt !== null && !isOrdered({ start: startAt, end: endAt })) {
    const message = `${placeText(place)}：建设年限 ${shown} 的完工早于开始。请改正。`;
    findings.push(plainFinding('T16', 'warning', place, message, { left: shown }));
  } else {
    const [start, end] = [startYear(project), endYear(project)];
    // With money before the period it may have begun before it, with money for later it may end later.
    const isOutside = (year: number | null): boolean =>
      year !== null &&
      ((year < plan.firstYear && outsideFen(project, BEFORE) <= 0) ||
        (year > plan.lastYear && outsideFen(project, LATER) <= 0));
    if (isOutside(start) || isOutside(end)) {
      const period = `${plan.firstYear}-${plan.lastYear}`;
      const message = `${placeText(place)}：建设年限 ${shown} 超出规划期 ${period}年。请核对是否应列入本规划。`;
      findings.push(plainFinding('T16', 'warning', place, message, { left: shown, right: period }));
    }
  }
  for (const [year, fen] of Object.entries(project.amounts.byYear)) {
    if (fen === 0 || isOutsideYear(year) || (Number(year) >= plan.firstYear && Number(year) <= plan.lastYear)) continue;
    const at = projectPlace(project, `${year}年`, `year:${year}`);
    const message = `${placeText(at)}：${year}年有投资 ${wanText(fen)} 万元，但该年度不在规划期 ${plan.firstYear}-${plan.lastYear}年 内。请核对。`;
    findings.push(plainFinding('T16', 'warning', at, message, { left: wanText(fen) }));
  }
  return findings;
}

export const PERIOD_RULE: ProjectRule = {
  id: 'T16',
  level: 'warning',
  scope: 'project',
  title: '建设年限合理',
  help: '完工不早于开始，建设年限和分年度投资在规划期以内；填有期前累计完成投资的可以在规划期前开始，填有期后投资的可以在规划期后完工。',
  examples: {
    passes: { text: '建设年限 2021-2023，在规划期 2021-2025 以内。', projects: [{ startAt: '2021', endAt: '2023' }] },
    fails: { text: '建设年限 2023-2022，完工早于开始。', projects: [{ startAt: '2023', endAt: '2022' }] },
  },
  check: checkPeriod,
};
