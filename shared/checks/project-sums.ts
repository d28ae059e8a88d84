// T01 and T02: a project's 总投资 against its fund sources and its years, and both against the year × source matrix.

import { inTime, isOutsideYear, yearLabel, yearSpan } from '#shared/domain/outside-years.ts';
import { formatPeriod } from '#shared/domain/periods.ts';
import { endYear, type Project, splitCellKey, startYear } from '#shared/domain/project.ts';
import { topSourceOf } from '#shared/domain/reference.ts';
import { addFen, FEN_PER_WAN, type Fen, wanText, ZERO } from '#shared/values/money.ts';
import type { Finding } from './finding.ts';
import type { ProjectContext, ProjectRule } from './rule.ts';
import type { NumberSetting } from './rule-settings.ts';
import { DECIMALS } from './shared-settings.ts';
import { type Addend, suspectOf } from './suspects.ts';
import { judge, projectPrecision } from './tolerance.ts';
import { countUnsplit } from './unsplit.ts';
import { amountFinding, placeText, plainFinding, projectPlace } from './wording.ts';

interface Sum {
  rule: 'T01' | 'T02';
  column: string;
  columnKey: string;
  declared: Fen;
  rightName: string;
  addends: readonly Addend[];
  advice: string;
}

const TOLERANCE = {
  id: 'tolerance',
  kind: 'number',
  label: '除尾差外另允许相差',
  unit: '万元',
  initial: 0,
  least: 0,
  most: 100,
} as const satisfies NumberSetting;

/** Compares one declared figure of a project with the sum of its parts. */
function compare(project: Project, sum: Sum, { settings }: ProjectContext): Finding[] {
  const fens = sum.addends.map(({ fen }) => fen);
  const right = addFen(...fens);
  if (sum.declared === right) return [];
  const decimals = settings.of(DECIMALS.rule, DECIMALS.spec);
  const allowed = settings.of(sum.rule, TOLERANCE) * FEN_PER_WAN;
  const exact = judge(sum.declared, right, projectPrecision(sum.declared, fens, decimals));
  const verdict = exact === 'different' && Math.abs(sum.declared - right) <= allowed ? 'rounding' : exact;
  if (verdict === 'equal') return [];
  const suspect = verdict === 'rounding' ? undefined : suspectOf(sum.declared, right, sum.addends);
  return [
    amountFinding({
      rule: sum.rule,
      level: verdict === 'rounding' ? 'rounding' : 'error',
      place: projectPlace(project, sum.column, sum.columnKey),
      left: sum.declared,
      right,
      rightName: sum.rightName,
      addends: sum.addends,
      suspect: suspect?.text ?? '',
      suspectAddends: suspect?.addends,
      advice: sum.advice,
    }),
  ];
}

function sourceName(context: ProjectContext, id: string): string {
  return context.reference.fundSources.find((source) => source.id === id)?.name ?? id;
}

function topId(context: ProjectContext, source: string): string {
  return topSourceOf(context.reference, source)?.id ?? source;
}

/** Sums of margins or cells by a key. */
function sumBy(entries: readonly (readonly [key: string, fen: Fen])[]): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const [key, fen] of entries) sums.set(key, addFen(sums.get(key) ?? ZERO, fen));
  return sums;
}

/** Margins that differ from the sum of the matrix cells they stand over; a margin that is blank says nothing. */
function compareMargins(
  project: Project,
  context: ProjectContext,
  rule: Sum['rule'],
  margins: ReadonlyMap<string, Fen>,
  cells: readonly { key: string; label: string; fen: Fen }[],
  nameOf: (key: string) => { column: string; columnKey: string },
): Finding[] {
  return [...margins].flatMap(([key, declared]) =>
    compare(
      project,
      {
        rule,
        ...nameOf(key),
        declared,
        rightName: '年度资金明细合计',
        addends: cells.filter((cell) => cell.key === key).map(({ label, fen }) => ({ label, fen })),
        advice: '请在项目卡片的年度×来源明细中核对。',
      },
      context,
    ),
  );
}

function matrixCells({ amounts }: Project) {
  return Object.entries(amounts.cells).map(([key, fen]) => ({ ...splitCellKey(key), fen }));
}

function checkSources(project: Project, context: ProjectContext): Finding[] {
  // A blank 总投资 is no zero: T14 asks for it.
  const { total, bySource } = project.amounts;
  const entries = Object.entries(bySource);
  const sums =
    entries.length === 0 || total === null
      ? []
      : compare(
          project,
          {
            rule: 'T01',
            column: '总投资',
            columnKey: 'total',
            declared: total,
            rightName: '资金来源合计',
            addends: entries.map(([source, fen]) => ({ label: sourceName(context, source), fen })),
            advice: '请核对总投资和各项资金来源。',
          },
          context,
        );
  const cells = matrixCells(project);
  if (cells.length === 0) return sums;
  const margins = sumBy(entries.map(([source, fen]) => [topId(context, source), fen]));
  return [
    ...sums,
    ...compareMargins(
      project,
      context,
      'T01',
      margins,
      cells.map(({ year, source, fen }) => ({ key: topId(context, source), label: yearLabel(year), fen })),
      (source) => ({ column: sourceName(context, source), columnKey: `source:${source}` }),
    ),
    ...unmatchedCells(project, context, margins),
  ];
}

/** Cells of a source that the project's own source column leaves blank while others are filled. */
function unmatchedCells(project: Project, context: ProjectContext, margins: ReadonlyMap<string, Fen>): Finding[] {
  if (margins.size === 0) return [];
  const sums = sumBy(matrixCells(project).map(({ source, fen }) => [topId(context, source), fen] as const));
  return [...sums].flatMap(([source, fen]) =>
    margins.has(source) || fen === 0
      ? []
      : compare(
          project,
          {
            rule: 'T01',
            column: sourceName(context, source),
            columnKey: `source:${source}`,
            declared: ZERO,
            rightName: '年度资金明细合计',
            addends: [{ label: sourceName(context, source), fen }],
            advice: '请在项目卡片的年度×来源明细中核对。',
          },
          context,
        ),
  );
}

function checkYears(project: Project, context: ProjectContext): Finding[] {
  const { total, byYear } = project.amounts;
  const entries = inTime(byYear);
  const sums =
    entries.length === 0 || total === null
      ? []
      : compare(
          project,
          {
            rule: 'T02',
            column: '总投资',
            columnKey: 'total',
            declared: total,
            rightName: entries.some(([year]) => isOutsideYear(year)) ? '期前、分年度、期后投资合计' : '分年度投资合计',
            addends: entries.map(([year, fen]) => ({ label: yearLabel(year), fen })),
            advice: '请核对总投资和各年度投资。',
          },
          context,
        );
  const cells = matrixCells(project);
  const margins =
    cells.length === 0
      ? []
      : compareMargins(
          project,
          context,
          'T02',
          new Map(entries),
          cells.map(({ year, source, fen }) => ({ key: year, label: sourceName(context, source), fen })),
          (year) => ({ column: yearLabel(year), columnKey: `year:${year}` }),
        );
  return [...sums, ...margins, ...yearsOutside(project, context)];
}

/** Money in years outside the project's own 建设年限. */
function yearsOutside(project: Project, { plan }: ProjectContext): Finding[] {
  const start = startYear(project);
  const end = endYear(project);
  if (start === null || end === null || end < start) return [];
  return Object.entries(project.amounts.byYear).flatMap(([year, fen]) => {
    const [first, last] = yearSpan(year, plan);
    if (fen === 0 || (last >= start && first <= end)) return [];
    const label = yearLabel(year);
    const place = projectPlace(project, label, `year:${year}`);
    const period = formatPeriod(project.startAt, project.endAt);
    const message = `${placeText(place)}：${isOutsideYear(year) ? `填有${label}` : `${label}有投资`} ${wanText(fen)} 万元，但建设年限为 ${period}，${isOutsideYear(year) ? '这一栏' : '该年度'}应为 0，差 ${wanText(fen)} 万元。请改正${isOutsideYear(year) ? '这一栏' : '该年度'}金额或建设年限。`;
    const values = { left: wanText(fen), right: '0', difference: wanText(fen), aspect: '建设年限以外' };
    return [plainFinding('T02', 'error', place, message, values)];
  });
}

export const SOURCE_SUM_RULE: ProjectRule = {
  id: 'T01',
  level: 'error',
  scope: 'project',
  title: '总投资＝各资金来源之和',
  help: '每个项目的总投资应等于各资金来源之和；填了年度×来源明细的，各来源还应等于明细之和。差额在四舍五入范围内的列为尾差，没有分列来源的只提示个数。',
  isFixed: true,
  settings: [TOLERANCE],
  examples: {
    passes: {
      text: '总投资 100 万元，财政衔接资金 60 万元、其他资金 40 万元，相加正好 100 万元。',
      projects: [{ total: '100', bySource: { fiscal: '60', other: '40' } }],
    },
    fails: {
      text: '总投资 206.7 万元，资金来源只列了财政衔接资金 173 万元，差 33.7 万元。',
      projects: [{ total: '206.7', bySource: { fiscal: '173' } }],
    },
  },
  check: checkSources,
  summarise: (data) => countUnsplit(data, 'T01', '资金来源', ({ amounts }) => amounts.bySource),
};

export const YEAR_SUM_RULE: ProjectRule = {
  id: 'T02',
  level: 'error',
  scope: 'project',
  title: '总投资＝各年度投资之和',
  help: '每个项目的总投资应等于期前累计完成投资、分年度投资与期后投资之和，建设年限以外的年度不应有金额；填了年度×来源明细的，各年度还应等于明细之和。',
  isFixed: true,
  settings: [TOLERANCE],
  examples: {
    passes: {
      text: '建设年限 2021-2025，总投资 100 万元，2021年 70 万元、2022年 30 万元。',
      projects: [{ total: '100', byYear: { '2021': '70', '2022': '30' } }],
    },
    fails: {
      text: '总投资 100 万元，2021年 70 万元、2022年 29.7 万元，少 0.3 万元。',
      projects: [{ total: '100', byYear: { '2021': '70', '2022': '29.7' } }],
    },
  },
  check: checkYears,
  summarise: (data) => countUnsplit(data, 'T02', '分年度投资', ({ amounts }) => amounts.byYear),
};
