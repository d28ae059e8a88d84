// 版本与日志 as a page of the window: the log, versions, and the change orders of this folder.
import { HistoryOutlined } from '@ant-design/icons';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const HISTORY_PAGE: PageFeature = {
  page: 'history',
  Icon: HistoryOutlined,
  Page: pageOf(async () => (await import('./history-with-orders.tsx')).HistoryWithOrders),
};
