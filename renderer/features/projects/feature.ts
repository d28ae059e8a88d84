// 项目表 as a page of the window.
import { TableOutlined } from '@ant-design/icons';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const PROJECTS_PAGE: PageFeature = {
  page: 'projects',
  Icon: TableOutlined,
  Page: pageOf(async () => (await import('./projects-page.tsx')).ProjectsPage),
  staysDrawn: true,
};
