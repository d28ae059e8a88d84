// 变更 of one project: each change order that names it, the newest first.
import { Empty, Spin } from 'antd';
import { reasonText } from '#shared/domain/change-order.ts';
import { showAmount } from '#shared/format/shown-amount.ts';
import { totalOf } from '#shared/versions/compare.ts';
import { useProjectOrders } from '../../api/queries.ts';
import './funds-tab.css';

export function OrdersTab({ projectId }: { projectId: string }) {
  const rows = useProjectOrders(projectId).data?.orders;
  if (!rows) return <Spin size="small" />;
  if (rows.length === 0) {
    return <Empty description="这个项目没有调整变更。在“版本与日志”的“调整变更”里提出、登记。" />;
  }
  return (
    <section className="xj-card-facts" data-testid="card-orders">
      <table>
        <thead>
          <tr>
            {['状态', '调整前', '调整后', '理由', '批复'].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ order, state }) =>
            order.items
              .filter(({ before, after }) => [...before, ...after].some(({ id }) => id === projectId))
              .map((item) => (
                <tr key={`${order.id}${item.before[0]?.id ?? item.after[0]?.id}`}>
                  <td className="is-short">{state}</td>
                  <td>{sideText(item.before)}</td>
                  <td>{sideText(item.after)}</td>
                  <td>{reasonText(order, item)}</td>
                  <td>{[order.documentNumber, order.approvedAt].filter(Boolean).join(' ')}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </section>
  );
}

function sideText(projects: Parameters<typeof totalOf>[0]): string {
  if (projects.length === 0) return '无';
  const names = projects.map(({ name, content }) => [name, content].filter(Boolean).join('：')).join('；');
  return `${names}（${showAmount(totalOf(projects))} 万元）`;
}
