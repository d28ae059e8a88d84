// 公示台账 as a page of the window; in the left rail once something is registered.
import { NotificationOutlined } from '@ant-design/icons';
import { localDay } from '#shared/values/local-time.ts';
import { usePostings } from '../../api/queries.ts';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const NOTICES_PAGE: PageFeature = {
  page: 'notices',
  Icon: NotificationOutlined,
  useIsNeeded() {
    const rows = usePostings(localDay(new Date())).data?.rows;
    return (rows?.length ?? 0) > 0;
  },
  Page: pageOf(async () => (await import('./notices-page.tsx')).NoticesPage),
};
