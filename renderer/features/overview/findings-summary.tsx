// What the checks say, in one line, with the way to them.
import { Alert, Button } from 'antd';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { countsText } from '#shared/format/finding-rows.ts';
import { useSession } from '../../session.ts';

export function FindingsSummary({ checks }: { checks: MethodOutput<'checks.run'> | null }) {
  const { nav } = useSession();
  if (!checks) return null;
  const { error, warning, rounding } = checks.counts;
  const isClean = error + warning + rounding === 0;
  const text = isClean ? '勾稽审核没有发现问题，可以导出、打印。' : `勾稽审核：${countsText(checks.counts)}。`;
  return (
    <Alert
      type={error > 0 ? 'error' : isClean ? 'success' : 'warning'}
      showIcon
      title={text}
      data-testid="overview-findings"
      action={
        <Button size="small" onClick={() => nav.set({ page: isClean ? 'print' : 'checks' })}>
          {isClean ? '去打印' : '逐条查看'}
        </Button>
      }
    />
  );
}
