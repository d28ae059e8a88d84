// A sheet given to the wrong page: a monthly report among the papers, an allocation among the payments. Said and refused,
// with the page and command that read it.
import { headerOf } from '../import/header-words.ts';
import { kindLabel } from '../import/kinds/sheet-kinds.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { TableReading } from '../import/reading.ts';
import { viewSheet } from '../sheet/sheet-view.ts';
import { bareText } from '../values/fold-text.ts';
import { WHO_COLUMNS } from './match-lines.ts';
import { cellProblem, findColumns } from './sheet-rows.ts';

/** What the pages of money and notices read. */
export type MoneySheet = 'papers' | 'allocation' | 'month' | 'notices';

const PLACES: Readonly<Record<MoneySheet | 'projects', string>> = {
  papers: '请在“资金和进度”页的“资金批次”用“导入指标文清单”（命令行 xianjie funds 工作簿 import）',
  allocation: '请在“资金和进度”页的“资金批次”用“导入资金分配表”（命令行 xianjie funds 工作簿 allocate）',
  month: '请在“资金和进度”页的“支付”用“导入月报”（命令行 xianjie pay 工作簿 import）',
  notices: '请在“公示台账”页导入（命令行 xianjie notices 工作簿 register）',
  projects: '请用“导入”页（命令行 xianjie import）',
};

const LABELS: Readonly<Record<MoneySheet, string>> = {
  papers: '指标文清单',
  allocation: '资金分配表',
  month: '月报、进度表或支付明细',
  notices: '公示台账',
};

const PAID = /支付|付款|拨付|拨款|报账|兑付|支出|完成投资|投资完成|形象进度/;

const ALLOCATED = /文号|(?:分配|下达|本次安排)(?:资金|金额|数|额)/;

/** What a sheet looks like by its words; null: nothing that is sure. */
function lookOf(
  reading: TableReading,
  names: ReadonlySet<string>,
): { sheet: MoneySheet | 'projects' | 'other'; label: string } | null {
  const { kind } = reading.byWords ?? { kind: 'unknown' };
  const { of } = findColumns(reading, WHO_COLUMNS);
  const view = viewSheet(reading.source);
  const named = of.name
    ? reading.keptRows.filter((row) => names.has(bareText(view.seenText(row, of.name?.column ?? 1)))).length
    : 0;
  const ofProjects =
    of.name !== undefined && (named * 2 > reading.keptRows.length || of.town !== undefined || of.village !== undefined);
  if (kind === 'notices') return { sheet: 'notices', label: LABELS.notices };
  if (kind === 'progress' || kind === 'payments')
    return of.name || of.code ? { sheet: 'month', label: LABELS.month } : null;
  if (kind === 'funds') {
    const sheet = ofProjects ? 'allocation' : 'papers';
    return { sheet, label: LABELS[sheet] };
  }
  const heads = reading.columns.map(headerOf);
  const isAllocation =
    heads.some((head) => ALLOCATED.test(head)) && !heads.some((head) => /总投资|概算|建设内容|建设规模/.test(head));
  if (kind === 'projects' && isAllocation) return { sheet: 'allocation', label: LABELS.allocation };
  if (kind === 'projects') return ofProjects ? { sheet: 'projects', label: kindLabel(kind) } : null;
  return kind === 'unknown' || kind === 'summary' ? null : { sheet: 'other', label: kindLabel(kind) };
}

/** Sheets that a page reads although they look like another. */
const ALSO: Readonly<Record<MoneySheet, readonly string[]>> = {
  papers: [],
  allocation: ['projects'],
  month: ['projects'],
  notices: [],
};

/**
 * The refusal of a sheet that is clearly of another kind than the page reads; null where it may be right. `names`: folded
 * names of the plan's projects.
 */
export function refuseWrongSheet(
  reading: TableReading,
  wanted: MoneySheet,
  names: ReadonlySet<string>,
): ImportProblem | null {
  const look = lookOf(reading, names);
  if (look === null || look.sheet === wanted || ALSO[wanted].includes(look.sheet)) return null;
  const heads = reading.columns.map(headerOf);
  // What says in its own columns what was paid, or how long it was posted, is read for that.
  if (wanted === 'month' && heads.some((head) => PAID.test(head))) return null;
  if (wanted === 'notices' && heads.some((head) => /公[示告].{0,3}(?:起|止|开始|结束|时间|日期|期)/.test(head)))
    return null;
  const where = look.sheet === 'other' ? '这里不读这种表' : PLACES[look.sheet];
  const message = `这张表像${look.label}（${reading.byWords?.reason ?? ''}），不是${LABELS[wanted]}，没有读入；${where}`;
  return cellProblem(reading, 'error', 'wrong-sheet', '', reading.title, message);
}

const known = new WeakMap<readonly { name: string }[], ReadonlySet<string>>();

/** The folded names of a list. */
export function foldedNames(projects: readonly { name: string }[]): ReadonlySet<string> {
  const found = known.get(projects) ?? new Set(projects.map(({ name }) => bareText(name)));
  known.set(projects, found);
  return found;
}
