// 项目变更表, 调整申请表 and 调整对照表 to change orders: an order for each 批复文号, an item for each line (SPECS G-T1, G-T2).
// What cannot be matched is told with its cell; what an order of the workbook says already is known again.
import { CHANGE_REASONS, type ChangeItem, type ChangeOrder, type ChangeReason } from '../domain/change-order.ts';
import type { Day } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import { matchLines, unmatchedProblem, type WhoKey } from '../funds/match-lines.ts';
import { cellProblem, droppedRemark, type SheetLine } from '../funds/sheet-rows.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { TableReading } from '../import/reading.ts';
import type { PlanData } from '../records/plan-data.ts';
import { documentKey } from '../values/document-number.ts';
import { parseDay } from '../values/parse-day.ts';
import { type ChangeKey, changeColumns } from './change-columns.ts';
import { type ChangeLine, changeLines, said } from './change-lines.ts';
import { findChanged } from './find-changed.ts';
import { makeItem } from './make-item.ts';
import type { ItemContext } from './row-side.ts';
import { splitWords } from './split-words.ts';

export interface ReadOrder {
  documentNumber: string;
  approvedAt: Day | null;
  applicant: string;
  applyDate: Day | null;
  reason: ChangeReason | null;
  text: string;
  items: ChangeItem[];
}

export interface ChangesReading {
  orders: ReadOrder[];
  /** Items that orders of the workbook hold already. */
  known: number;
  problems: ImportProblem[];
}

export interface ChangesContext {
  data: PlanData;
  orders: readonly ChangeOrder[];
  /** Rows settled by hand: a project's id, null: leave out. */
  pairs: ReadonlyMap<number, string | null>;
  makeId: () => string;
}

export function readChanges(reading: TableReading, context: ChangesContext): ChangesReading {
  const { data, orders } = context;
  const columns = changeColumns(reading, data.reference);
  const problems = droppedRemark(reading, columns.others, /^(?:联系|填报)/);
  const result: ChangesReading = { orders: [], known: 0, problems };
  const { of } = columns;
  const keys = Object.keys(of) as ChangeKey[];
  const isNamed = keys.some((key) => /^(?:name|code|before:(?:name|content))$/.test(key));
  if (!isNamed || !keys.some((key) => /^after:|^(?:difference|amount)$/.test(key))) {
    const lacking = isNamed ? '“变更后”（调整后）的列' : '“项目名称”或“变更前项目内容”列';
    problems.push(cellProblem(reading, 'error', 'no-column', '', '', `没有${lacking}，没有读入调整变更`));
    return result;
  }
  const items = changeLines(reading, columns, problems).filter(
    ([first]) => first === undefined || context.pairs.get(first.row) !== null,
  );
  const known = new Set(orders.filter(({ closed }) => closed === null).flatMap((order) => order.items.map(signature)));
  const find = finder(items, reading, context, problems);
  const itemContext: ItemContext = { data, reading, columns, problems, makeId: context.makeId };
  const groups = new Map<string, ReadOrder>();
  for (const lines of items) {
    const old = find(lines);
    if (old === null) continue;
    const item = makeItem(lines, old, itemContext);
    if (item === null) continue;
    if (known.has(signature(item))) {
      result.known += 1;
      continue;
    }
    if (isTold(item, data, lines, reading, problems)) addTo(groups, item, lines);
  }
  result.orders = [...groups.values()].map(withReason);
  return result;
}

/** What tells one change from another; new projects have no id yet that would say so. */
function signature({ before, after }: ChangeItem): string {
  const old = before.map(({ id }) => id);
  const fresh = after.map(({ id, name, content, startAt, endAt, amounts }) =>
    [old.includes(id) ? id : name, content ?? '', startAt ?? '', endAt ?? '', amounts.total ?? ''].join('|'),
  );
  return JSON.stringify([old, fresh]);
}

/** The earlier projects of an item; null where one is not found, which is told. */
function finder(
  items: readonly (readonly ChangeLine[])[],
  reading: TableReading,
  { data, orders, pairs }: ChangesContext,
  problems: ImportProblem[],
): (lines: readonly ChangeLine[]) => Project[] | null {
  // A paper that was read before speaks of what its orders changed since, or took out of the list.
  const images = orders.flatMap((order) => order.items.flatMap(({ before }) => before));
  const present = new Map([...images, ...data.projects].map((project) => [project.id, project]));
  const projects = [...present.values()];
  const spoken = [...projects, ...images];
  const likelyOnes = (line: ChangeLine, lines: readonly ChangeLine[]): Project[] => {
    const ids = new Set(findChanged(spoken, wordsOf(line, lines)).map(({ id }) => id));
    return projects.filter(({ id }) => ids.has(id));
  };
  const named = items
    .flatMap(earlierLines)
    .map(
      (line): SheetLine<WhoKey> => ({
        ...line,
        text: (key) => whoText(line, key),
        address: (key) => addressOf(line, key),
      }),
    )
    .filter((line) => line.text('name') !== '' || line.text('code') !== '' || pairs.has(line.row));
  const byRow = new Map(matchLines<never>({ ...data, projects }, named, pairs).map((one) => [one.line.row, one]));
  return (lines) => {
    const found = new Set<Project>();
    for (const line of earlierLines(lines)) {
      const match = byRow.get(line.row);
      const likely = match?.project ? [match.project] : likelyOnes(line, lines);
      const [only] = likely;
      if (only && likely.length === 1) {
        found.add(only);
        continue;
      }
      const told: SheetLine<WhoKey> = {
        ...line,
        text: (key) => (key === 'name' ? nameText(line) : whoText(line, key)),
        address: (key) => addressOf(line, key),
      };
      const candidates = likely.length > 0 ? likely.slice(0, 3) : (match?.candidates ?? []);
      const { message, ...problem } = unmatchedProblem<never>(reading, { line: told, project: null, candidates });
      problems.push({ ...problem, message: message.replace('这一行没有读入', '这一项调整没有登记') });
      return null;
    }
    return [...found];
  };
}

const NEW = /^(?:新增|增加项目|无此项目)/;

/** The rows of an item that name an earlier project, each once; [] for a new one. */
function earlierLines(lines: readonly ChangeLine[]): ChangeLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const text = nameText(line);
    const isNew = NEW.test(said(line, 'before:content')) || NEW.test(said(line, 'before:name'));
    const isAdded = /新增/.test(said(line, 'type')) && !hasBefore(line);
    if (text === '' || isNew || isAdded || seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function hasBefore(line: ChangeLine): boolean {
  return (['before:name', 'before:content', 'before:total'] as const).some((key) => !/^0*$/.test(said(line, key)));
}

function nameText(line: ChangeLine): string {
  return said(line, 'before:name') || said(line, 'name') || said(line, 'before:content') || said(line, 'code');
}

function whoText(line: ChangeLine, key: WhoKey): string {
  switch (key) {
    case 'name': {
      const name = said(line, 'before:name') || said(line, 'name');
      // 旧名 → 新名, as 调整对照表 prints it.
      return name.split(' → ')[0] || splitWords(said(line, 'before:content')).name;
    }
    case 'place':
      return said(line, 'before:place') || said(line, 'place').split(' → ')[0] || '';
    default:
      return said(line, key);
  }
}

function addressOf(line: ChangeLine, key: WhoKey): string {
  const keys: readonly ChangeKey[] = key === 'name' ? ['before:name', 'name', 'before:content', 'code'] : [key];
  return line.address(keys.find((one) => said(line, one) !== '') ?? keys[0] ?? 'name');
}

function wordsOf(line: ChangeLine, lines: readonly ChangeLine[]) {
  return {
    place: whoText(line, 'place') || said(line, 'town') + said(line, 'village'),
    text: said(line, 'before:name') || said(line, 'name') || said(line, 'before:content'),
    paper: lines[0] ? said(lines[0], 'projectPaper') : '',
    total: null,
  };
}

/** False, and told, for a change of nothing and for a project that is not in the list any more. */
function isTold(
  { before, after }: ChangeItem,
  { projects }: PlanData,
  [line]: readonly ChangeLine[],
  reading: TableReading,
  problems: ImportProblem[],
): boolean {
  if (!line) return false;
  const present = new Set(projects.map(({ id }) => id));
  const lost = before.find(({ id }) => !present.has(id));
  const isSame = before.length === 1 && after.length === 1 && before[0] === after[0];
  const message = lost
    ? `“${lost.name}”已由别的调整取消，不在项目表，这一项调整没有登记，请核对`
    : isSame
      ? `“${before[0]?.name}”调整前后与项目表现在一样，没有登记；请核对调整后的内容、金额`
      : '';
  if (message === '') return true;
  problems.push(
    cellProblem(
      reading,
      'warning',
      lost ? 'project-gone' : 'change-none',
      addressOf(line, 'name'),
      nameText(line),
      message,
    ),
  );
  return false;
}

function addTo(groups: Map<string, ReadOrder>, item: ChangeItem, [line]: readonly ChangeLine[]): void {
  if (!line) return;
  const documentNumber = said(line, 'paper');
  const key = documentKey(documentNumber);
  const group = groups.get(key);
  if (group) {
    group.items.push(item);
    return;
  }
  const day = (column: ChangeKey): Day | null => parseDay(said(line, column)) ?? null;
  groups.set(key, {
    documentNumber,
    ...{ approvedAt: day('approvedAt'), applicant: said(line, 'applicant'), applyDate: day('applyDate') },
    ...{ reason: null, text: '', items: [item] },
  });
}

const REASON_WORDS: Readonly<Partial<Record<ChangeReason, RegExp>>> = {
  选址变化: /选址|另行选点|改址/,
  用地受限: /用地|占地|土地|征[地用]|红线/,
  群众意愿: /群众|意愿|村民/,
  结余再安排: /结余|节余/,
  灾毁: /灾|水毁|塌方|冲毁/,
  政策变化: /政策|文件要求/,
  重复: /重复|已由.{0,9}(?:实施|建成)/,
  项目无法实施: /无法实施|不能实施|不具备|难以实施/,
  资金调整: /资金|投资|预算/,
};

/** One reason where all items have one; their own words stay with them. */
function withReason(order: ReadOrder): ReadOrder {
  const reasonOf = (text: string): ChangeReason | null =>
    text === '' ? null : (CHANGE_REASONS.find((reason) => REASON_WORDS[reason]?.test(text)) ?? '其他');
  const texts = new Set(order.items.map(({ text }) => text));
  const reasons = new Set([...texts].map(reasonOf));
  const [text = ''] = texts;
  const [reason = null] = reasons;
  if (texts.size === 1) return { ...order, reason, text, items: order.items.map((item) => ({ ...item, text: '' })) };
  return { ...order, reason: reasons.size === 1 ? reason : '其他' };
}
