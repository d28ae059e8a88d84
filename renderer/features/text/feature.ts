// 文稿 as a page of the window.
import { FileTextOutlined } from '@ant-design/icons';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const TEXT_PAGE: PageFeature = {
  page: 'text',
  Icon: FileTextOutlined,
  Page: pageOf(async () => (await import('./text-page.tsx')).TextPage),
};
