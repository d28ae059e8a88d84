// The remarks under a table: how many projects and how much money are not broken down, and which declared figures
// contradict each other. Each amount is that of the projects named, and stands in the table where it can be asked for.
import { formatWanFull, toFen } from '../domain/money.ts';
import type { PlanData } from '../domain/plan-data.ts';
import type { TableDesign } from './design.ts';
import { UNASSIGNED } from './plan-sums.ts';
import { type Fact, OPEN, OVER, type Split } from './split-amounts.ts';
import { traitReader } from './traits.ts';
import { makeFilter, openSideOf } from './walk.ts';

type Side = 'year' | 'source';

const SIDES: Readonly<
  Record<Side, { list: 'years' | 'sources'; to: string; rest: string; why: string; rule: string }>
> = {
  year: {
    list: 'years',
    to: '年度',
    rest: '未分解年度',
    why: '没有填分年度投资，或年度在规划期以外',
    rule: '各年度投资之和多于总投资（勾稽审核 T02）',
  },
  source: {
    list: 'sources',
    to: '资金来源',
    rest: '未分解来源',
    why: '没有填资金来源',
    rule: '各资金来源之和多于总投资（勾稽审核 T01）',
  },
};

/** What a reader could take for a mistake, said under the table. */
export function remarks(design: TableDesign, data: PlanData): string[] {
  const { rows, columns, filter } = design;
  const has = (side: Side): boolean => columns === side || rows.includes(side);
  const isWhole = filter.years === undefined && filter.sources === undefined;
  const splits = isWhole && (has('year') || has('source')) ? splitsOf(design, data) : [];
  const notes: string[] = [];
  const state = (holders: readonly number[], text: (found: string) => string): void => {
    const fens = holders.filter((fen) => fen !== 0);
    const sum = toFen(fens.reduce((all, fen) => all + fen, 0));
    if (fens.length > 0) notes.push(text(`${fens.length} 个项目 ${formatWanFull(sum)} 万元`));
  };
  for (const side of ['year', 'source'] as const) {
    if (!has(side)) continue;
    const { list, to, rest, why, rule } = SIDES[side];
    const counted = side === 'year' && rows.includes('year') ? '；项目个数按开始年度计入各年' : '';
    state(
      splits.map((split) => sumOf(split[list], side, UNASSIGNED)),
      (found) => `另有 ${found}未分解到${to}（${why}），列在“${rest}”${counted}。`,
    );
    state(
      splits.map((split) => sumOf(split[list], side, OVER)),
      (found) => `多出部分：${found}，${rule}；各项照填报数列出，合计为总投资。`,
    );
  }
  const openSide = openSideOf(design);
  if (openSide) {
    const [rowWord, columnWord] = openSide === 'year' ? ['年度', '来源'] : ['来源', '年度'];
    const list = openSide === 'year' ? 'openSources' : 'openYears';
    state(
      splits.map((split) => sumOf(split[list], openSide, OPEN)),
      (found) =>
        `另有 ${found}只填了各年度、各来源的合计，没有填哪一年用哪种资金：各${rowWord}行列在“未分解${columnWord}”，` +
        `各${columnWord}列在“其中：未分解到${rowWord}”行，总投资已在各${rowWord}行内。`,
    );
  }
  if (has('year') && has('source'))
    state(
      splits.map((split) => cellsOver(split, openSide === 'source' || rows[0] === 'source')),
      (found) => `多出部分：${found}，年度资金明细多于填报的合计（勾稽审核 T01、T02）；明细和合计都照填报数列出。`,
    );
  const counted = [...(rows.includes('source') ? design.measures : []), ...(columns === 'source' ? design.spread : [])];
  if (counted.some((measure) => measure !== 'total'))
    notes.push('有几种资金来源的项目在各来源中都计数，合计不重复计数。');
  return notes;
}

/** The split money of every project of the table. */
function splitsOf(design: TableDesign, data: PlanData): Split[] {
  const traitsOf = traitReader(data);
  const passes = makeFilter(design.filter);
  return data.projects.flatMap((project) => {
    const traits = traitsOf(project);
    return passes(project, traits) ? [traits.money] : [];
  });
}

function sumOf(facts: readonly Fact[], side: Side, key: string): number {
  let sum = 0;
  for (const fact of facts) if (fact[side] === key) sum += fact.fen;
  return sum;
}

/** What the cells of a project have beyond its margins, by row and by column of the table. */
function cellsOver(split: Split, alongSources: boolean): number {
  return alongSources
    ? sumOf(split.alongSources, 'year', OVER) + sumOf(split.openYears, 'source', OVER)
    : sumOf(split.alongYears, 'source', OVER) + sumOf(split.openSources, 'year', OVER);
}
