// 文稿核对: a page of its own where no workbook is open; with one it is a tab of 文稿.
import { type PageFeature, pageOf } from '../../state/page.ts';

export const PROOF_PAGE: PageFeature = {
  page: 'proof',
  Page: pageOf(async () => (await import('./proof-page.tsx')).ProofPage),
};
