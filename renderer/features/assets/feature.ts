// 资产台账 as a page of the window; in the left rail once an asset is registered.
import { BankOutlined } from '@ant-design/icons';
import { useAssetCount } from '../../api/queries.ts';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const ASSETS_PAGE: PageFeature = {
  page: 'assets',
  Icon: BankOutlined,
  useIsNeeded() {
    return (useAssetCount().data?.count ?? 0) > 0;
  },
  Page: pageOf(async () => (await import('./assets-page.tsx')).AssetsPage),
};
