// 金额口径: whether tables count 规划期投资 or 总投资. Asked only in a plan where the two differ.
import { Select } from 'antd';
import { useMemo } from 'react';
import { PLAN_MONEY_ID, PLAN_MONEY_WORDS, PLAN_MONIES, type PlanMoney } from '#shared/records/plan-money.ts';
import { outsideMoney } from '#shared/tables/outside-money.ts';
import { useProjects } from '../../api/queries.ts';
import { saveRecord, useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';

export function MoneyChoice({ isReadOnly }: { isReadOnly: boolean }) {
  const session = useSession();
  const projects = useProjects().data?.projects;
  const chosen = useRecords('plan-money').get(PLAN_MONEY_ID)?.money ?? 'plan';
  const isAsked = useMemo(() => outsideMoney(projects ?? []) !== null, [projects]);
  if (!isAsked) return null;
  return (
    <Select
      size="small"
      aria-label="金额口径"
      style={{ width: 112 }}
      value={chosen}
      disabled={isReadOnly}
      options={PLAN_MONIES.map((money) => ({ value: money, label: PLAN_MONEY_WORDS[money] }))}
      onChange={(money: PlanMoney) => void saveRecord(session, 'plan-money', PLAN_MONEY_ID, { money })}
      data-testid="plan-money"
    />
  );
}
