// T07 to T09: amounts that were no plain numbers in the sheet, that look like another unit, or carry many decimals.

import { columnsOf } from '#shared/domain/fields.ts';
import { yearLabel } from '#shared/domain/outside-years.ts';
import { type Amounts, type Project, splitCellKey } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeListFold } from '#shared/sums/list-fold.ts';
import { type LoneBounds, loneBounds } from '#shared/values/lone-amounts.ts';
import { type Fen, roundWan, wanText } from '#shared/values/money.ts';
import { parseAmount } from '#shared/values/parse-amount.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions, PlanRule, RawAmount } from './rule.ts';
import type { NumberSetting, RuleSettings } from './rule-settings.ts';
import { DECIMALS } from './shared-settings.ts';
import { decimalsOfFen } from './tolerance.ts';
import { PROJECT_TABLE, placeText, plainFinding, projectName, projectPlace } from './wording.ts';

/** What the list has today where the sheet had a text; null where it is blank. */
function amountAt({ amounts }: Project, column: string): Fen | null {
  if (column === 'total') return amounts.total;
  const at = column.indexOf(':');
  const key = column.slice(at + 1);
  const record = { source: amounts.bySource, year: amounts.byYear, cell: amounts.cells }[column.slice(0, at)];
  return record?.[key] ?? null;
}

function columnName(data: PlanData, column: string): string {
  const named = columnsOf(data.plan, data.reference).find(({ key }) => key === column)?.label;
  if (named) return named;
  const nameOf = (id: string): string => data.reference.fundSources.find((source) => source.id === id)?.name ?? id;
  if (column.startsWith('source:')) return nameOf(column.slice('source:'.length));
  if (!column.startsWith('cell:')) return column;
  const { year, source } = splitCellKey(column.slice('cell:'.length));
  return `${yearLabel(year)}${nameOf(source)}`;
}

/** A text that gave no number is an error as long as the cell is blank; one that was read with a remark is told. */
function checkRaw(project: Project, { column, cell, raw, unit }: RawAmount, data: PlanData): Finding[] {
  const reading = parseAmount(raw, unit);
  const own = amountAt(project, column);
  const place = projectPlace(project, columnName(data, column), column);
  if (reading.kind === 'unreadable' && own === null) {
    const proposal = reading.proposal === undefined ? '' : `，可能是 ${wanText(reading.proposal)} 万元`;
    const message = `${placeText(place)}：${place.column} 原表 ${cell} 写“${raw}”，不是数字（${reading.reason}），没有取数${proposal}。请填写金额。`;
    return [plainFinding('T07', 'error', place, message, { left: raw, aspect: '未取数' })];
  }
  if (reading.kind !== 'amount' || own !== reading.fen || !reading.note) return [];
  if (reading.note.code === 'unit-in-cell' || reading.note.code === 'spaces') return [];
  const message = `${placeText(place)}：${place.column} 原表 ${cell} 写“${raw}”，按 ${wanText(own)} 万元取数：${reading.note.message}。请核对。`;
  return [plainFinding('T07', 'info', place, message, { left: raw, right: wanText(own), aspect: '已换算' })];
}

function checkRawAmounts(data: PlanData, { rawAmounts }: CheckOptions): Finding[] {
  if (!rawAmounts || rawAmounts.size === 0) return [];
  return data.projects.flatMap((project) =>
    (rawAmounts.get(project.id) ?? []).flatMap((raw) => checkRaw(project, raw, data)),
  );
}

export const RAW_AMOUNT_RULE: PlanRule = {
  id: 'T07',
  level: 'error',
  scope: 'plan',
  title: '金额是数字',
  help: '导入的表里金额写成“约30”“≥10”等不是数字的，没有取数，应补填；写有别的单位或括号说明、已换算取数的，列出供核对。',
  isFixed: true,
  examples: {
    passes: { text: '原表总投资写“20万元”，取数 20。', projects: [{ total: '20' }], raw: '20万元' },
    fails: { text: '原表总投资写“约30”，不能当作 30，这一格空着等人补填。', projects: [{}], raw: '约30' },
  },
  check: checkRawAmounts,
};

const FACTOR = {
  id: 'factor',
  kind: 'number',
  label: '同类中间值的多少倍以上（或几分之一以下）算可疑',
  unit: '倍',
  initial: 10_000,
  least: 10,
  most: 1_000_000,
} as const satisfies NumberSetting;

/** Fewer projects of a class than this have no telling middle: they are compared with the whole list too. */
const FEWEST = 5;
/** Fewer than this are compared with nothing. */
const FEWEST_IN_ALL = 3;
/** 1 亿元: whole multiples of it in a column of 万元 were probably written in 元. */
const ROUND_FEN = 10_000_000_000;
const ROUND_FACTOR = 100;

/** The whole list, beside its classes. */
const ALL = '*';

/** Totals of each class, and of the whole list, in ascending order. */
const sortedTotals = makeListFold<Map<string, number[]>, PlanData['reference']>(
  () => new Map(),
  (classes, { categoryId, amounts }, sign) => {
    const { total } = amounts;
    if (total === null || total <= 0) return;
    for (const id of [categoryId ?? '', ALL]) {
      const totals = classes.get(id) ?? [];
      classes.set(id, totals);
      let [low, high] = [0, totals.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((totals[middle] ?? 0) < total) low = middle + 1;
        else high = middle;
      }
      totals.splice(low, sign === 1 ? 0 : 1, ...(sign === 1 ? [total] : []));
    }
  },
);

/** What the amounts of a class, or of the whole list, are compared with. */
interface Yardstick extends LoneBounds {
  median: number;
  /** 同类项目, 全部项目 */
  of: string;
}

/** undefined where nothing in it is far from its middle. */
function yardstickOf(totals: readonly number[], of: string, factor: number): Yardstick | undefined {
  const median = totals[(totals.length - 1) >> 1] ?? 0;
  const bounds = loneBounds(totals);
  const isWorthALook = [totals[0] ?? median, totals.at(-1) ?? median].some(
    (total) => total >= median * Math.min(factor, ROUND_FACTOR) || total * factor <= median || total <= bounds.below,
  );
  return isWorthALook ? { ...bounds, median, of } : undefined;
}

function isSuspect(total: number, { median, above, below }: Yardstick, factor: number): boolean {
  if (total >= above || total <= below || total >= median * factor || total * factor <= median) return true;
  return total % ROUND_FEN === 0 && total >= median * ROUND_FACTOR;
}

/** A class is compared with itself; one of few projects also with the whole list, as its own middle says little. */
function yardsticks(data: PlanData, factor: number): (categoryId: string) => readonly Yardstick[] {
  const lists = sortedTotals(data.reference, data.projects);
  const all = lists.get(ALL) ?? [];
  const whole = all.length < FEWEST_IN_ALL ? undefined : yardstickOf(all, '全部项目', factor);
  const known = new Map<string, readonly Yardstick[]>();
  for (const [id, totals] of lists) {
    if (id === ALL) continue;
    const isSmall = totals.length < FEWEST;
    const own = totals.length < FEWEST_IN_ALL ? undefined : yardstickOf(totals, '同类项目', factor);
    known.set(
      id,
      [own, isSmall ? whole : undefined].filter((one) => one !== undefined),
    );
  }
  return (categoryId) => known.get(categoryId) ?? [];
}

function checkUnits(data: PlanData, _: CheckOptions, settings: RuleSettings): Finding[] {
  const factor = settings.of('T08', FACTOR);
  const yardsticksOf = yardsticks(data, factor);
  return data.projects.flatMap((project) => {
    const { total } = project.amounts;
    if (total === null || total <= 0) return [];
    const yardstick = yardsticksOf(project.categoryId ?? '').find((one) => isSuspect(total, one, factor));
    if (!yardstick) return [];
    const place = projectPlace(project, '总投资', 'total');
    const middle = wanText(roundWan(yardstick.median as Fen, 2));
    const message = `${placeText(place)}：总投资 ${wanText(total)} 万元，${yardstick.of}的中间值是 ${middle} 万元，相差悬殊，疑元与万元混填。请核对单位。`;
    return [
      plainFinding('T08', 'warning', place, message, {
        left: wanText(total),
        right: middle,
        suspect: total > yardstick.median ? '疑把元填成了万元' : '疑把万元填成了亿元或漏填位数',
      }),
    ];
  });
}

export const UNIT_RULE: PlanRule = {
  id: 'T08',
  level: 'warning',
  scope: 'plan',
  title: '金额单位疑似有误',
  help: '总投资是同类项目中间值的一万倍以上或万分之一以下，或与其余项目都差几百倍、单独在一头，或是整亿元而为中间值百倍以上的，疑元与万元混填。同类不足 5 个项目的，还与全部项目比较。',
  settings: [FACTOR],
  examples: {
    passes: {
      text: '同类项目总投资 18、20、22、25、60 万元。',
      projects: ['18', '20', '22', '25', '60'].map((total) => ({ total })),
    },
    fails: {
      text: '同类项目都在 20 万元上下，只有一个填了 200000 万元：多半是把 20 万元按“元”填了。',
      projects: ['18', '20', '22', '25', '200000'].map((total) => ({ total })),
    },
  },
  check: checkUnits,
};

/** More than this many are said in one sentence. */
const ONE_BY_ONE = 20;

function mostDecimals({ total, bySource, byYear, cells }: Amounts): number {
  let most = total === null ? 0 : decimalsOfFen(total);
  for (const record of [bySource, byYear, cells]) {
    for (const key in record) most = Math.max(most, decimalsOfFen(record[key] as Fen));
  }
  return most;
}

const byDecimals = makeListFold<Map<number, Set<Project>>, PlanData['reference']>(
  () => new Map(),
  (found, project, sign) => {
    const decimals = mostDecimals(project.amounts);
    if (decimals <= DECIMALS.spec.least) return;
    const projects = found.get(decimals) ?? new Set();
    found.set(decimals, projects);
    if (sign === 1) projects.add(project);
    else projects.delete(project);
  },
);

function checkDecimals(data: PlanData, _: CheckOptions, settings: RuleSettings): Finding[] {
  const allowed = settings.of(DECIMALS.rule, DECIMALS.spec);
  const groups = [...byDecimals(data.reference, data.projects)].filter(([decimals]) => decimals > allowed);
  const found = groups.reduce((sum, [, projects]) => sum + projects.size, 0);
  if (found === 0) return [];
  const most = Math.max(...groups.filter(([, projects]) => projects.size > 0).map(([decimals]) => decimals));
  const isFound = (project: Project): boolean => groups.some(([, projects]) => projects.has(project));
  if (found > ONE_BY_ONE) {
    const first = data.projects.find(isFound);
    const message =
      `${PROJECT_TABLE}：${found} 个项目的金额多于 ${allowed} 位小数（最多 ${most} 位，如“${first ? projectName(first) : ''}”），` +
      `按 ${allowed} 位印出后相加会有尾差。原数已照存；需要多保留几位的，请在规则设置中改小数位数。`;
    const place = { table: PROJECT_TABLE, row: '', column: '金额' };
    return [plainFinding('T09', 'info', place, message, { left: String(found), aspect: '个数' })];
  }
  return data.projects.filter(isFound).map((project) => {
    const place = projectPlace(project, '总投资', 'total');
    const shown = project.amounts.total === null ? '' : wanText(project.amounts.total);
    const message = `${placeText(place)}：金额有 ${mostDecimals(project.amounts)} 位小数（总投资 ${shown || '未填'}），多于规定的 ${allowed} 位。原数已照存，请核对是否需要取整到 ${allowed} 位。`;
    return plainFinding('T09', 'warning', place, message, { left: shown });
  });
}

export const DECIMALS_RULE: PlanRule = {
  id: 'T09',
  level: 'warning',
  scope: 'plan',
  title: '金额的小数位数',
  help: '金额的小数多于规定的位数（通常 2 位），印出来要四舍五入，与合计会有尾差；原数照存。多于 20 个项目的只提示一次。',
  settings: [DECIMALS.spec],
  examples: {
    passes: { text: '总投资 35.41 万元，两位小数。', projects: [{ total: '35.41' }] },
    fails: { text: '总投资 29.862588 万元，六位小数。', projects: [{ total: '29.862588' }] },
  },
  check: checkDecimals,
};
