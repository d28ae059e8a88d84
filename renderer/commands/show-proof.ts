// The way to 文稿核对: a page of its own where no workbook is open, a tab of 文稿 beside one.
import type { Session } from '../session.ts';

export function showProof({ nav }: Pick<Session, 'nav'>, hasWorkbook: boolean): void {
  nav.set(hasWorkbook ? { page: 'text', textTab: 'review' } : { page: 'proof' });
}
