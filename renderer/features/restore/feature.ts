// 恢复 as a page of the window.
import { type PageFeature, pageOf } from '../../state/page.ts';

export const RESTORE_PAGE: PageFeature = {
  page: 'restore',
  Page: pageOf(async () => (await import('./restore-page.tsx')).RestorePage),
};
