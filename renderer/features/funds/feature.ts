// 资金和进度 as a page of the window; in the left rail once there is money or progress.
import { AccountBookOutlined } from '@ant-design/icons';
import { useFunds } from '../../api/queries.ts';
import { type PageFeature, pageOf } from '../../state/page.ts';
import { today } from './today.ts';

export const FUNDS_PAGE: PageFeature = {
  page: 'funds',
  Icon: AccountBookOutlined,
  useIsNeeded() {
    const funds = useFunds(today()).data;
    return funds?.hasFacts ?? false;
  },
  Page: pageOf(async () => (await import('./funds-page.tsx')).FundsPage),
};
