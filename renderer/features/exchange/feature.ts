// 上报和装入 as a page of the window; in the left rail once a package went out or came in.
import { SwapOutlined } from '@ant-design/icons';
import { usePackages } from '../../api/queries.ts';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const EXCHANGE_PAGE: PageFeature = {
  page: 'exchange',
  Icon: SwapOutlined,
  useIsNeeded: () => (usePackages().data?.packages.length ?? 0) > 0,
  Page: pageOf(async () => (await import('./exchange-page.tsx')).ExchangePage),
};
