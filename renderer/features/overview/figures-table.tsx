// A small table of counts and amounts.
import type { Fen } from '#shared/values/money.ts';
import { Amount } from '../../ui/amount.tsx';

export interface FiguresRow {
  key: string;
  name: string;
  count: number;
  fen: Fen;
}

export function FiguresTable(props: {
  title: string;
  rows: readonly FiguresRow[];
  total: { count: number; fen: Fen } | null;
}) {
  const { title, rows, total } = props;
  return (
    <table className="xj-figures-table">
      <thead>
        <tr>
          <th>{title}</th>
          <th>项目个数</th>
          <th>投资（万元）</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{row.name}</td>
            <td className="xj-figure">{row.count}</td>
            <td className="xj-figure">
              <Amount fen={row.fen} />
            </td>
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <th>合计</th>
            <td className="xj-figure">{total.count}</td>
            <td className="xj-figure">
              <Amount fen={total.fen} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
