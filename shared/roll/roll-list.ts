// The 结转清单 as a table: the same result goes to .xlsx, .docx and paper.
import type { TableCell, TableColumn, TableResult, TableRow } from '../tables/table.ts';
import { addFen, type Fen, ZERO } from '../values/money.ts';
import type { RollLine } from './roll-over.ts';

const COLUMNS: readonly TableColumn[] = [
  { key: 'number', label: '序号', kind: 'text', isNarrow: true },
  { key: 'code', label: '项目编号', kind: 'text' },
  { key: 'name', label: '项目名称', kind: 'text' },
  { key: 'oldClass', label: '原类别', kind: 'text' },
  { key: 'newClass', label: '新类别', kind: 'text' },
  { key: 'state', label: '原状态', kind: 'text', isNarrow: true },
  { key: 'nature', label: '结转后性质', kind: 'text', isNarrow: true },
  { key: 'total', label: '总投资', kind: 'amount' },
  { key: 'before', label: '期前完成', kind: 'amount' },
  { key: 'inPlan', label: '规划期投资', kind: 'amount' },
  { key: 'note', label: '备注', kind: 'text' },
];

const text = (value: string | null): TableCell =>
  value === null || value === '' ? { kind: 'blank' } : { kind: 'text', text: value };
const amount = (fen: Fen | null): TableCell => (fen === null ? { kind: 'blank' } : { kind: 'amount', fen });

/** Amounts that a project does not state add nothing. */
function totalRow(lines: readonly RollLine[]): TableRow {
  const sum = (key: 'total' | 'before' | 'inPlan'): TableCell =>
    amount(addFen(ZERO, ...lines.map((line) => line[key] ?? ZERO)));
  const blanks = (count: number): TableCell[] => Array.from({ length: count }, () => text(null));
  return {
    key: 'total',
    role: 'total',
    depth: 0,
    cells: [
      text('合计'),
      text(null),
      text(`${lines.length} 个项目`),
      ...blanks(4),
      sum('total'),
      sum('before'),
      sum('inPlan'),
      text(null),
    ],
  };
}

/** `notes` stand under it: as-of, how states were told. */
export function rollTable(title: string, lines: readonly RollLine[], notes: readonly string[]): TableResult {
  return {
    id: 'roll',
    number: '',
    title,
    unit: '万元',
    columns: [...COLUMNS],
    rows: [
      ...lines.map(
        (line, index): TableRow => ({
          key: line.originId,
          role: 'item',
          depth: 0,
          cells: [
            { kind: 'text', text: String(index + 1) },
            text(line.code),
            text(line.name),
            text(line.oldClass),
            text(line.newClass),
            text(line.state),
            text(line.nature),
            amount(line.total),
            amount(line.before),
            amount(line.inPlan),
            text(line.note),
          ],
        }),
      ),
      ...(lines.length > 0 ? [totalRow(lines)] : []),
    ],
    notes: [...notes],
    source: '',
    charts: [],
  };
}
