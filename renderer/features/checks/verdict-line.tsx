// 定稿前检查 in one line.
import { CheckCircleFilled, StopFilled } from '@ant-design/icons';
import type { Verdict } from '#shared/checks/verdict.ts';
import { verdictText } from '#shared/format/finding-rows.ts';

export function VerdictLine({ verdict }: { verdict: Verdict }) {
  return (
    <span className={verdict.isReady ? 'xj-verdict is-ready' : 'xj-verdict'} data-testid="verdict">
      {verdict.isReady ? <CheckCircleFilled /> : <StopFilled />}
      定稿前检查：{verdictText(verdict)}
    </span>
  );
}
