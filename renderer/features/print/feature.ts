// 打印 as a page of the window.
import { PrinterOutlined } from '@ant-design/icons';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const PRINT_PAGE: PageFeature = {
  page: 'print',
  Icon: PrinterOutlined,
  Page: pageOf(async () => (await import('./print-page.tsx')).PrintPage),
};
