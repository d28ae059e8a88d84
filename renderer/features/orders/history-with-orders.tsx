// 版本与日志 with 调整变更 as its third part.
import { HistoryPage } from '../history/history-page.tsx';
import { OrdersPane } from './orders-pane.tsx';

export function HistoryWithOrders() {
  return <HistoryPage orders={<OrdersPane />} />;
}
