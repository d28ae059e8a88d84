// The remarks under a table: how many projects and how much money are not broken down, and which declared figures
// contradict each other. Each amount is that of the projects named, and stands in the table where it can be asked for.
import type { PlanData } from '../records/plan-data.ts';
import type { TableDesign } from '../records/table-design.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import { joinedUnits } from './joined-units.ts';
import { type Holders, type OpenMoney, openMoney } from './open-money.ts';
import { openSideOf } from './walk.ts';

type Side = 'year' | 'source';

interface SideWords {
  none: keyof OpenMoney;
  over: keyof OpenMoney;
  to: string;
  rest: string;
  why: string;
  rule: string;
}

const SIDES: Readonly<Record<Side, SideWords>> = {
  year: {
    none: 'noYear',
    over: 'yearsOver',
    to: '年度',
    rest: '未分解年度',
    why: '没有填分年度投资，或年度在规划期以外',
    rule: '各年度投资之和多于总投资（勾稽审核 T02）',
  },
  source: {
    none: 'noSource',
    over: 'sourcesOver',
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
  const notes: string[] = [];
  const state = ({ count, fen }: Holders, text: (found: string) => string): void => {
    if (count > 0) notes.push(text(`${count} 个项目 ${formatWanFull(toFen(fen))} 万元`));
  };
  const isSplit = filter.years === undefined && filter.sources === undefined && (has('year') || has('source'));
  if (isSplit) {
    const open = openMoney(data, filter);
    for (const side of ['year', 'source'] as const) {
      if (!has(side)) continue;
      const { none, over, to, rest, why, rule } = SIDES[side];
      const counted = side === 'year' && rows.includes('year') ? '；项目个数按开始年度计入各年' : '';
      state(open[none], (found) => `另有 ${found}未分解到${to}（${why}），列在“${rest}”${counted}。`);
      if (side === 'source') {
        state(
          open.partSource,
          (found) => `另有 ${found}未分解到${to}（填了的资金来源之和少于总投资，差的部分没有填来源），列在“${rest}”。`,
        );
        state(
          open.undividedSource,
          (found) =>
            `另有 ${found}未分解到${to}（资金来源是按总投资填的，没有填其中期前、期后部分用哪种资金；在年度资金明细里填写，或用“批量分解”），列在“${rest}”。`,
        );
      }
      state(open[over], (found) => `多出部分：${found}，${rule}；各项照填报数列出，合计为总投资。`);
    }
    const openSide = openSideOf(design);
    if (openSide) {
      const [row, column] = openSide === 'year' ? ['年度', '来源'] : ['来源', '年度'];
      state(
        open[openSide === 'year' ? 'openSources' : 'openYears'],
        (found) =>
          `另有 ${found}只填了各年度、各来源的合计，没有填哪一年用哪种资金：各${row}行列在“未分解${column}”，` +
          `各${column}列在“其中：未分解到${row}”行，总投资已在各${row}行内。`,
      );
    }
    if (has('year') && has('source'))
      state(
        open[openSide === 'source' || rows[0] === 'source' ? 'cellsOverSources' : 'cellsOverYears'],
        (found) => `多出部分：${found}，年度资金明细多于填报的合计（勾稽审核 T01、T02）；明细和合计都照填报数列出。`,
      );
  }
  const counted = [...(rows.includes('source') ? design.measures : []), ...(columns === 'source' ? design.spread : [])];
  if (counted.some((measure) => measure !== 'total'))
    notes.push('有几种资金来源的项目在各来源中都计数，合计不重复计数。');
  const joined = joinedUnits([...rows, ...(columns === null ? [] : [columns])], data);
  if (joined !== null) notes.push(joined);
  return notes;
}
