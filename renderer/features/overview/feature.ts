// 总览 as a page of the window.
import { HomeOutlined } from '@ant-design/icons';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const OVERVIEW_PAGE: PageFeature = {
  page: 'overview',
  Icon: HomeOutlined,
  Page: pageOf(async () => (await import('./overview-page.tsx')).OverviewPage),
};
