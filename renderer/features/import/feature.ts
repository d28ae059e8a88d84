// 导入 as a page of the window.
import { ImportOutlined } from '@ant-design/icons';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const IMPORT_PAGE: PageFeature = {
  page: 'import',
  Icon: ImportOutlined,
  Page: pageOf(async () => (await import('./import-page.tsx')).ImportPage),
};
