// Tells what kind of sheet a table is, by the words of its header and title, weighed against what a list of projects
// and a 汇总表 need. What is not clear is not guessed: it becomes a question with its reason.
import { type Evidence, quoted, type TableFacts } from './column-facts.ts';
import {
  hasFigures,
  hasWholeTotal,
  isForm,
  lackingInList,
  listEvidence,
  planEvidence,
  summaryEvidence,
} from './list-evidence.ts';
import { type KindSpec, kindLabel, SHEET_KINDS, type SheetKind, type TableKind } from './sheet-kinds.ts';

export interface ToldKind {
  kind: TableKind;
  /** Why, in Chinese, without a full stop. */
  reason: string;
  /** What it may be, the likeliest first; [] where it is told. */
  maybe: SheetKind[];
  /** beside-others: nothing in it is of ours; always: not one of its headers is known. */
  passOver: 'never' | 'beside-others' | 'always';
  /** What its words alone make of a table whose kind was said. */
  byWords?: Pick<ToldKind, 'kind' | 'reason'>;
}

/** Fewer points are a word or two that any table may have. */
const ENOUGH = 3;
/** So much more than the other makes one sure. */
const CLEAR = 1;
/** Points a list needs where it states money, and where it does not. */
const LIST_WITH_MONEY = 3;
const LIST_WITHOUT_MONEY = 4;
/** Up to so many columns of execution may stand in a list of projects with 建设内容 or 总投资. */
const FEW = 2;
/** What headings of the plan's classes in the rows say for a list. */
const CLASS_HEADINGS = 1.5;

interface Weighed extends Evidence {
  kind: SheetKind;
  /** Columns that spoke for it. */
  hits: number;
  inTitle: string;
  /** What speaks for a list of projects or a summary instead. */
  against: number;
}

/**
 * Tells the kind. `byColumns` is what the table would be if only lists of projects and summaries existed;
 * `hasClassHeadings` looks for headings that name classes of the plan, asked only where it matters.
 */
export function tellKind(
  facts: TableFacts,
  byColumns: 'projects' | 'summary',
  hasClassHeadings: () => boolean,
): ToldKind {
  const list = listEvidence(facts);
  const summary = summaryEvidence(facts);
  const form = isForm(facts);
  const own = byColumns === 'summary' ? summary : form ? { points: 0, words: [] } : list;
  const weighed = SHEET_KINDS.filter((spec) => spec.headers.length > 0)
    .map((spec) => weigh(spec, facts, byColumns, own.points))
    .filter(({ points }) => points >= ENOUGH)
    .sort((a, b) => b.points - a.points);
  const [best, second] = weighed;
  if (best && best.points - best.against > -CLEAR) {
    const isOverOwn = best.points - best.against >= CLEAR;
    const rival = second && best.points - second.points < CLEAR ? second : undefined;
    if (isOverOwn && !rival) return told(best.kind, reasonOf(best));
    const ownReason = `像${kindLabel(byColumns)}（表头有${quoted(own.words)}）`;
    const other = rival ? `像${kindLabel(rival.kind)}（${reasonOf(rival)}）` : ownReason;
    return {
      kind: 'unknown',
      reason: `既像${kindLabel(best.kind)}（${reasonOf(best)}），又${other}`,
      maybe: [best.kind, rival?.kind ?? byColumns],
      passOver: 'never',
    };
  }
  if (byColumns === 'summary')
    return hasFigures(facts) ? told('summary', `表头有${quoted(summary.words)}`) : notKnown(facts, list.otherwise);
  const needed = list.hasMoney ? LIST_WITH_MONEY : LIST_WITHOUT_MONEY;
  const isEnough =
    !form && (list.points >= needed || (list.points >= needed - CLASS_HEADINGS && list.hasMoney && hasClassHeadings()));
  if (isEnough) return told('projects', `表头有${quoted(list.words)}`);
  const why = form
    ? '一格是标题、一格是内容，像填报单，不是一行一个项目'
    : [list.otherwise, lackingInList(facts)].filter((part) => part !== '').join('，');
  return { ...notKnown(facts, why), passOver: 'never', maybe: ['projects'] };
}

function told(kind: SheetKind, reason: string): ToldKind {
  return { kind, reason, maybe: [], passOver: 'never' };
}

function notKnown(facts: TableFacts, why: string): ToldKind {
  const words = quoted(facts.columns.map(({ shown }) => shown));
  const reason = `表头有${words}，${why || '不像已知的任何一种表'}`;
  // Figures under headers that nobody knows may matter; names and telephone numbers do not.
  const hasNumbers = facts.columns.some(
    ({ column }) => column.isNumeric && !/^(?:serial|phone)$/.test(column.key ?? ''),
  );
  const isNamed = why !== '' || facts.columns.some(({ column }) => column.key !== null && column.key !== 'serial');
  return {
    kind: 'unknown',
    reason,
    maybe: [],
    passOver: !isNamed ? 'always' : hasNumbers ? 'never' : 'beside-others',
  };
}

function reasonOf({ words, inTitle }: Weighed): string {
  const parts = [words.length > 0 ? `表头有${quoted(words)}` : '', inTitle === '' ? '' : `标题写“${inTitle}”`];
  return parts.filter((part) => part !== '').join('，');
}

function weigh(spec: KindSpec, facts: TableFacts, byColumns: 'projects' | 'summary', own: number): Weighed {
  const found: Weighed = { kind: spec.id as SheetKind, points: 0, words: [], hits: 0, inTitle: '', against: own };
  const used = new Set<RegExp>();
  const said: { shown: string; points: number }[] = [];
  // A summary by source, with its 项目个数, is none of funds.
  const hasLabel = !(byColumns === 'summary' && facts.has('count'));
  // Beside years of the plan or a 总投资, what was completed before the period is a figure of the plan.
  const isPlan = facts.count('year:2') > 0 || hasWholeTotal(facts);
  for (const fact of facts.columns) {
    if (isPlan && /^(?:year|cell):before/.test(fact.column.key ?? '')) continue;
    const isLabel = hasLabel && fact === facts.label;
    const sign = spec.headers.find(({ words, isLabel: only }) => (!only || isLabel) && words.test(fact.word));
    if (!sign) continue;
    if (sign.points >= 1) found.hits += 1;
    if (used.has(sign.words)) continue;
    used.add(sign.words);
    found.points += sign.points;
    said.push({ shown: fact.shown, points: sign.points });
  }
  // The strongest words first: a sentence names only some.
  found.words = [...new Set(said.toSorted((a, b) => b.points - a.points).map(({ shown }) => shown))];
  const inTitle = spec.title?.words.exec(facts.title)?.[0];
  if (spec.title && inTitle !== undefined) {
    found.points += spec.title.points;
    found.inTitle = inTitle;
  }
  if (found.kind === 'progress' && byColumns === 'projects') found.against = planAgainst(facts, found);
  // 变更前 and 变更后 side by side stand in no list of projects.
  if (found.kind === 'changes' && found.hits > 1) found.against = 0;
  return found;
}

/** A list of projects may say in a column or two how far they are; it stays one where it states the plan itself. */
function planAgainst(facts: TableFacts, { hits, inTitle }: Weighed): number {
  const isPlan = hasWholeTotal(facts) || facts.has('content');
  return planEvidence(facts) + (hits <= FEW && inTitle === '' && isPlan ? 2.5 : 0);
}
