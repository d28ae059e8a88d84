// 文稿核对: a page of its own where no workbook is open; with one it is a tab of 文稿.
import type { Session } from '../../session.ts';
import { type PageFeature, pageOf } from '../../state/page.ts';

export const PROOF_PAGE: PageFeature = {
  page: 'proof',
  Page: pageOf(async () => (await import('./proof-page.tsx')).ProofPage),
};

/** Shows 文稿核对, wherever it stands at the moment. */
export function showProof({ nav }: Session, hasWorkbook: boolean): void {
  nav.set(hasWorkbook ? { page: 'text', textTab: 'review' } : { page: 'proof' });
}
