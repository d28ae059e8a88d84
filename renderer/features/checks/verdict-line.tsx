// 定稿前检查 in one line.
import { CheckCircleFilled, StopFilled } from '@ant-design/icons';
import type { Verdict } from '#shared/checks/verdict.ts';
import { verdictText } from '#shared/format/finding-rows.ts';

/** `isPublished`: the printed tables count too. */
export function VerdictLine({ verdict, isPublished }: { verdict: Verdict; isPublished: boolean }) {
  return (
    <span className={verdict.isReady ? 'xj-verdict is-ready' : 'xj-verdict'} data-testid="verdict">
      {verdict.isReady ? <CheckCircleFilled /> : <StopFilled />}
      定稿前检查{isPublished ? '（连同印发稿）' : ''}：{verdictText(verdict)}
    </span>
  );
}
