// 汇总表 as a page of the window.
import { BarChartOutlined } from '@ant-design/icons';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const TABLES_PAGE: PageFeature = {
  page: 'tables',
  Icon: BarChartOutlined,
  Page: pageOf(async () => (await import('./tables-page.tsx')).TablesPage),
};
