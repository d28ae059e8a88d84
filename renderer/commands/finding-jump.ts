// 定位: from a finding to the cell it speaks of.
import type { Finding } from '#shared/checks/finding.ts';
import type { Session } from '../session.ts';
import { headingId } from '../state/heading-id.ts';

export interface Jump {
  /** On the button. */
  label: string;
  go: (session: Session) => void;
}

/** The places that a finding names, the best first; none for what stands nowhere on the screen. */
export function jumpsOf(finding: Finding): Jump[] {
  const { projectId, categoryId, columnKey, figure, printed, claimId, paragraphId, assetId } = finding;
  const rowId = projectId ?? (categoryId === undefined ? undefined : headingId(categoryId));
  const jumps: Jump[] = [];
  if (rowId !== undefined) {
    jumps.push({
      label: projectId === undefined ? '到标题行' : '到项目表',
      go: ({ nav }) => nav.set({ page: 'projects', target: { rowId, columnKey: columnKey ?? null, at: Date.now() } }),
    });
  }
  if (claimId !== undefined || printed) {
    const { table, row, column } = finding;
    jumps.push({
      label: printed ? '到印发表' : '到声明数',
      go: ({ nav }) =>
        nav.set({ page: 'checks', checksTab: 'claims', claimTarget: { claimId, printed, table, row, column } }),
    });
  }
  if (paragraphId !== undefined) {
    jumps.push({ label: '到文稿', go: ({ nav }) => nav.set({ page: 'text', textTarget: paragraphId }) });
  }
  if (assetId !== undefined) {
    jumps.push({ label: '到资产台账', go: ({ nav }) => nav.set({ page: 'assets', assetTarget: assetId }) });
  }
  if (figure) {
    jumps.push({
      label: '到汇总表',
      go: ({ nav }) => nav.set({ page: 'tables', tableTarget: { ...figure, at: Date.now() } }),
    });
  }
  return jumps;
}

/** Makes a finding the current one and goes to its cell; without one the list itself is shown. */
export function goToFinding(session: Session, finding: Finding): void {
  session.findingView.set({ current: finding.key, isStripShown: true });
  const [jump] = jumpsOf(finding);
  if (jump) jump.go(session);
  else session.nav.set({ page: 'checks', checksTab: 'findings' });
}
