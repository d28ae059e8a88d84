// 勾稽审核 as a page of the window.
import { CheckSquareOutlined } from '@ant-design/icons';
import { useChecks } from '../../api/queries.ts';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const CHECKS_PAGE: PageFeature = {
  page: 'checks',
  Icon: CheckSquareOutlined,
  Page: pageOf(async () => (await import('./checks-page.tsx')).ChecksPage),
  useCount: () => useChecks().data?.verdict.open.error ?? 0,
};
