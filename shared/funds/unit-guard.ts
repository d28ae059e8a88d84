// 元 taken for 万元, or the other way round: amounts of a sheet against what the same projects were planned and given. A
// unit that is wrong is wrong in every row, so few rows are enough; rows of nothing say nothing.
import type { ImportProblem } from '../import/preview.ts';
import type { TableReading } from '../import/reading.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import { cellProblem } from './sheet-rows.ts';

/** How many times the plan an amount is, where its unit was taken for a larger one. */
const TOO_MUCH = 50;
/** How small a part of the plan all amounts are, where the unit was taken for a smaller one; of a few rows it may be so. */
const TOO_LITTLE = 2000;
const FEW = 2;

export interface UnitGuard {
  /** An amount of a row beside the largest figure that the workbook has for its project; nothing known: 0. */
  look(header: string, cell: string, fen: number | null, knownFen: number): void;
  problems(): ImportProblem[];
}

interface Seen {
  rows: number;
  large: { cell: string; fen: number; knownFen: number }[];
  small: { cell: string; fen: number; knownFen: number }[];
}

/** `isChosen`: a person said the unit; then nothing is doubted. */
export function guardUnits(reading: TableReading, isChosen: boolean): UnitGuard {
  const columns = new Map<string, Seen>();
  return {
    look(header, cell, amount, knownFen) {
      if (amount === null || amount === 0 || knownFen <= 0) return;
      const seen = columns.get(header) ?? { rows: 0, large: [], small: [] };
      columns.set(header, seen);
      const fen = Math.abs(amount);
      seen.rows += 1;
      if (fen > TOO_MUCH * knownFen) seen.large.push({ cell, fen, knownFen });
      if (fen * TOO_LITTLE < knownFen) seen.small.push({ cell, fen, knownFen });
    },
    problems() {
      if (isChosen) return [];
      return [...columns].flatMap(([header, { rows, large, small }]) => {
        const isLarge = large.length * 2 > rows;
        const isSmall = rows >= FEW && small.length === rows;
        const [first] = isLarge ? large : small;
        if (!first || (!isLarge && !isSmall)) return [];
        const [said, known] = [first.fen, first.knownFen].map((fen) => formatWanFull(toFen(fen)));
        const count = isLarge ? large.length : small.length;
        const how = isLarge
          ? `超过计划、下达数的 ${TOO_MUCH} 倍，单位可能是元`
          : `不到计划、下达数的 ${TOO_LITTLE} 分之一，单位可能是万元`;
        const message = `“${header}”按${reading.unit}读，${rows} 行里有 ${count} 行${how}：${first.cell} 读成 ${said} 万元，项目是 ${known} 万元；请选定单位后再导入（命令行用 --unit ${isLarge ? '元' : '万元'}）`;
        return [cellProblem(reading, 'error', 'unit-suspect', first.cell, '', message)];
      });
    },
  };
}
