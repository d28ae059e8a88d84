// A table or a chart of the document where it stands in the text.
import type { BlockView } from '#shared/contract/methods/text.ts';
import { Chart } from '../../ui/chart.tsx';
import { TableView } from '../tables/table-view.tsx';
import '../tables/tables.css';

/** So many rows are shown in the text; longer tables are read on their own page. */
const MOST_ROWS = 40;

export function PartView({ block }: { block: Extract<BlockView, { kind: 'table' | 'chart' }> }) {
  if (block.kind === 'chart') {
    return (
      <div className="xj-text-part">
        <Chart chart={block.chart} />
      </div>
    );
  }
  const { table } = block;
  const rest = table.rows.length - MOST_ROWS;
  return (
    <div className="xj-text-part" data-testid={`text-table-${block.id}`}>
      <TableView table={rest > 0 ? { ...table, rows: table.rows.slice(0, MOST_ROWS) } : table} target={null} />
      {rest > 0 && <p className="xj-faint">还有 {rest} 行，在“汇总表”里看全表；输出的文稿里是全的。</p>}
    </div>
  );
}
