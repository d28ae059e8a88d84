// 定稿前检查: whether the plan may be handed up, and the way to what stands against it.
import { Alert, Button } from 'antd';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { verdictText } from '#shared/format/finding-rows.ts';
import { useSession } from '../../session.ts';

export function FindingsSummary({ checks }: { checks: MethodOutput<'checks.run'> | null }) {
  const { nav, findingView } = useSession();
  if (!checks) return null;
  const { verdict } = checks;
  const { open, isReady, explained } = verdict;
  const isClean = open.error + open.warning + open.rounding === 0;
  const besides = [
    ...(open.rounding > 0 ? [`尾差 ${open.rounding} 项`] : []),
    ...(explained > 0 && !isReady ? [`已说明 ${explained} 项`] : []),
  ];
  const look = (): void => {
    findingView.set({ state: 'open', level: 'all', rule: null, text: '' });
    nav.set({ page: 'checks', checksTab: 'findings' });
  };
  return (
    <Alert
      type={open.error > 0 ? 'error' : isReady ? 'success' : 'warning'}
      showIcon
      title={`定稿前检查：${verdictText(verdict)}${besides.length === 0 ? '' : `，另有${besides.join('、')}`}`}
      data-testid="overview-findings"
      action={
        <Button size="small" onClick={isClean ? () => nav.set({ page: 'print' }) : look}>
          {isClean ? '去打印' : '逐条查看'}
        </Button>
      }
    />
  );
}
