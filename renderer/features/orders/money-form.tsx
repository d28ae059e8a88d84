// 随之调整的资金: what of batches goes along with an approval; proposed from what the projects were given.
import { Alert, Button, Checkbox, Select } from 'antd';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { type ChangeOrder, projectIdsOf } from '#shared/domain/change-order.ts';
import { NAMELESS } from '#shared/domain/project.ts';
import type { MovedMoney } from '#shared/orders/propose-money.ts';
import { ZERO } from '#shared/values/money.ts';
import { AmountField } from './amount-field.tsx';

export function MoneyForm({
  order,
  money,
  rows,
  change,
  isTaken,
  take,
}: {
  order: ChangeOrder;
  money: MethodOutput<'orders.money'>;
  rows: readonly MovedMoney[];
  change: (rows: readonly MovedMoney[]) => void;
  isTaken: boolean;
  take: (isTaken: boolean) => void;
}) {
  const names = new Map(
    order.items.flatMap(({ before, after }) => [...before, ...after]).map(({ id, name }) => [id, name || NAMELESS]),
  );
  const projects = projectIdsOf(order).map((id) => ({ value: id, label: names.get(id) ?? '' }));
  const batches = money.batches.map(({ id, name }) => ({ value: id, label: name }));
  const set = (at: number, changes: Partial<MovedMoney>): void =>
    change(rows.map((row, place) => (place === at ? { ...row, ...changes } : row)));
  const [firstProject, firstBatch] = [projects[0]?.value ?? '', batches[0]?.value ?? ''];
  return (
    <section className="xj-orders-money" data-testid="order-money">
      <Checkbox checked={isTaken} onChange={({ target }) => take(target.checked)}>
        已下达的资金随之调整（负数为收回，万元）
      </Checkbox>
      {isTaken && (
        <>
          {money.open.length > 0 && <Alert type="warning" title={money.open.join('')} />}
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id before they are written
            <div key={at}>
              <Select
                aria-label="项目"
                size="small"
                value={row.projectId}
                options={projects}
                onChange={(projectId: string) => set(at, { projectId })}
              />
              <Select
                aria-label="资金批次"
                size="small"
                value={row.batchId}
                options={batches}
                onChange={(batchId: string) => set(at, { batchId })}
              />
              <AmountField label="金额" fen={row.amountFen} change={(amountFen) => set(at, { amountFen })} />
              <Button size="small" onClick={() => change(rows.filter((_, place) => place !== at))}>
                去掉
              </Button>
            </div>
          ))}
          <Button
            size="small"
            onClick={() => change([...rows, { projectId: firstProject, batchId: firstBatch, amountFen: ZERO }])}
          >
            加一笔
          </Button>
        </>
      )}
    </section>
  );
}
