// One item of a paper on changes: what its earlier projects become by the columns 变更后.
import type { ChangeItem } from '../domain/change-order.ts';
import { blankProject, type Project } from '../domain/project.ts';
import { homeRegion } from '../domain/reference.ts';
import { unitOf } from '../funds/sheet-rows.ts';
import { categoryFinder } from '../import/match-category.ts';
import { parsePeriod } from '../import/parse-period.ts';
import { makePlaceDictionary } from '../places/place-dictionary.ts';
import { splitPlace } from '../places/split-place.ts';
import { viewSheet } from '../sheet/sheet-view.ts';
import { type Fen, subtractFen, toFen, wanText, ZERO } from '../values/money.ts';
import { boundTypesOf } from '../versions/change-types.ts';
import { totalOf } from '../versions/compare.ts';
import type { ChangeKey } from './change-columns.ts';
import { type ChangeLine, said } from './change-lines.ts';
import { partAmounts } from './follow-total.ts';
import { amountIn, type ItemContext, rowSide, tell, withMoney } from './row-side.ts';
import { splitWords } from './split-words.ts';

const GONE = /^(?:取消|调出|退出|终止|不再实施|不实施|清理出库)/;

/** null, and told, where nobody can say what is to become of it. One object on both sides: nothing changes. */
export function makeItem(
  lines: readonly ChangeLine[],
  old: readonly Project[],
  context: ItemContext,
): ChangeItem | null {
  const [head] = lines;
  if (!head) return null;
  const text = said(head, 'reason');
  const later = laterLines(lines, context);
  const [only] = old;
  if (old.length > 0 && (isGone(head) || isZero(head, context))) return { before: old, after: [], text };
  if (old.length === 1 && only && later.length <= 1) return changed(only, later[0] ?? head, text, context);
  if (later.length === 0) {
    tell(context, head, 'after:content', 'warning', 'change-open', '没有写调整后是什么，这一项调整没有登记，请补填');
    return null;
  }
  const parts = later.map((line, at) => makePart(only, line, at, { ...context, shared: later.length > 1 }));
  checkSum(old, parts, head, context);
  return { before: old, after: parts, text };
}

function isGone(line: ChangeLine): boolean {
  return (
    (['after:content', 'after:name'] as const).some((key) => GONE.test(said(line, key))) ||
    (/取消|退出|调出|出库/.test(said(line, 'type')) && !/^[^0]/.test(said(line, 'after:total')))
  );
}

/** 调整后 0: nothing is left of it. */
function isZero(line: ChangeLine, { columns: { of } }: ItemContext): boolean {
  const text = said(line, 'after:total');
  return (
    /^0+(?:\.0+)?$/.test(text) &&
    (['after:content', 'after:name'] as const).every((key) => of[key] === undefined || said(line, key) === '')
  );
}

/** The rows that say what it becomes; one that only repeats merged cells of a row above says nothing of its own. */
function laterLines(lines: readonly ChangeLine[], { reading, columns: { of } }: ItemContext): ChangeLine[] {
  const view = viewSheet(reading.source);
  const keys = (Object.keys(of) as ChangeKey[]).filter((key) => /^after:|^(?:amount|difference)$/.test(key));
  const isOwn = (line: ChangeLine, key: ChangeKey): boolean => {
    if (said(line, key) === '') return false;
    const range = view.mergeAt(line.row, of[key]?.column ?? 0);
    return range === undefined || range.top === line.row;
  };
  return lines.filter((line) => keys.some((key) => isOwn(line, key)));
}

/** One project that stays. What the list says already is backfilled: then the sheet's 变更前 is what it was. */
function changed(project: Project, line: ChangeLine, text: string, context: ItemContext): ChangeItem {
  const after = rowSide(project, line, 'after', context);
  const before = rowSide(project, line, 'before', context);
  if (boundTypesOf(project, after).length > 0) {
    checkBefore(project, before, line, context);
    return { before: [project], after: [after], text };
  }
  if (boundTypesOf(project, before).length === 0) return { before: [project], after: [project], text };
  tell(context, line, 'name', 'info', 'change-done', `“${project.name}”在项目表里已是调整后的样子，按表上的调整前登记`);
  return { before: [before], after: [project], text };
}

/** A new project: a part of what was there, or one that was not. */
function makePart(
  whole: Project | undefined,
  line: ChangeLine,
  at: number,
  context: ItemContext & { shared: boolean },
): Project {
  const { data, columns, makeId } = context;
  const id = makeId();
  const found = categoryFinder(data.plan, data.reference).find(said(line, 'class'), null);
  const categoryId = whole?.categoryId ?? found ?? null;
  const blank = blankProject({ id, position: 0, categoryId, regionCode: whole?.regionCode ?? homeRegion(data) });
  const start: Project = whole ? { ...whole, id, code: null, amounts: blank.amounts } : blank;
  const dictionary = makePlaceDictionary(
    data.reference.regions,
    data.projects.flatMap(({ town }) => town ?? []),
  );
  const whence =
    said(line, 'after:place') || (whole ? '' : said(line, 'place') || said(line, 'town') + said(line, 'village'));
  const { town, village } = splitPlace(whence, dictionary);
  const placed = { ...start, town: town || start.town, village: village || start.village };
  const words = splitWords(said(line, 'after:content'), [`${placed.town ?? ''}${placed.village ?? ''}`]);
  const name =
    said(line, 'after:name') ||
    words.name ||
    (whole === undefined || !context.shared ? said(line, 'name') : '') ||
    (words.content !== '' && words.content.length <= 30 ? words.content : `${whole?.name ?? '新增项目'}（${at + 1}）`);
  const described = { ...placed, name, content: words.content || placed.content };
  const period = parsePeriod(said(line, 'after:period'));
  const dated = period.kind === 'period' ? { ...described, startAt: period.start, endAt: period.end } : described;
  const total = partTotal(line, context);
  const base = whole
    ? { ...dated, amounts: partAmounts(whole.amounts, total).amounts }
    : { ...dated, amounts: { ...dated.amounts, total } };
  const hasSources = Object.keys(columns.of).some((key) => key.startsWith('after:source:'));
  return hasSources ? { ...withMoney(base, line, 'after', context), id } : base;
}

/** What one part costs; a merged amount over several parts is nobody's alone. */
function partTotal(line: ChangeLine, context: ItemContext & { shared: boolean }): Fen | null {
  const { columns, reading } = context;
  const key = (['after:total', 'amount'] as const).find((one) => columns.of[one] !== undefined);
  const column = key && columns.of[key];
  if (!column || !key) return null;
  const read = line.amount(column, unitOf(reading, column, null));
  if (read.kind !== 'shared') return amountIn(line, key, context);
  if (!context.shared) return read.fen;
  tell(
    context,
    line,
    key,
    'warning',
    'amount-merged',
    '几个项目合并写一个金额，不知道各是多少，没有读入金额，请在调整里补填',
  );
  return null;
}

/** A split keeps its money; where it does not, both sums are told. */
function checkSum(old: readonly Project[], parts: readonly Project[], head: ChangeLine, context: ItemContext): void {
  if (old.length === 0 || parts.some(({ amounts }) => amounts.total === null)) return;
  const [was, is] = [totalOf(old), totalOf(parts)];
  if (was === is) return;
  const difference = toFen(is - was);
  tell(
    context,
    head,
    'name',
    'warning',
    'sum-differs',
    `调整前 ${wanText(was)} 万元，调整后各项合计 ${wanText(is)} 万元，差 ${wanText(difference)} 万元，照表登记，请核对`,
  );
}

/** What the sheet says it was and the list says it is. */
function checkBefore(project: Project, before: Project, line: ChangeLine, context: ItemContext): void {
  const [stated, own] = [before.amounts.total, project.amounts.total];
  if (!context.columns.of['before:total'] || stated === null || stated === own) return;
  const message = `“${project.name}”表上调整前 ${wanText(stated)} 万元，项目表是 ${own === null ? '空' : wanText(own)} 万元，差 ${wanText(subtractFen(stated, own ?? ZERO))} 万元，按项目表登记，请核对`;
  tell(context, line, 'before:total', 'warning', 'before-differs', message);
}
