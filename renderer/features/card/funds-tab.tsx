// 资金进度 of one project: what was released, what was paid, how far the work is; every fact with its day.
import { Empty, Spin } from 'antd';
import type { ReactNode } from 'react';
import { lifeState, SIDE_EVENTS, type SideEvent } from '#shared/domain/life.ts';
import { rateOf } from '#shared/funds/figures.ts';
import { toFen } from '#shared/values/money.ts';
import { useProjectFunds, useProjectSteps } from '../../api/queries.ts';
import { Amount } from '../../ui/amount.tsx';
import './funds-tab.css';

export function FundsTab({ projectId }: { projectId: string }) {
  const { data } = useProjectFunds(projectId);
  const steps = useProjectSteps(projectId).data?.events;
  if (!data || !steps) return <Spin size="small" />;
  const { lines, payments, notes } = data;
  if (lines.length + payments.length + notes.length + steps.length === 0) {
    return <Empty description="这个项目还没有办理、下达、支付和进度。在“资金和进度”页办理，导入分配表和月报。" />;
  }
  const released = lines.reduce<number>((sum, { amountFen }) => sum + amountFen, 0);
  const paid = payments.reduce<number>((sum, { amountFen }) => sum + amountFen, 0);
  const rate = rateOf(paid, released);
  return (
    <div data-testid="card-funds">
      <p>
        下达 <Amount fen={toFen(released)} /> 万元，已支付 <Amount fen={toFen(paid)} /> 万元，支付率{' '}
        {rate === null ? '——' : `${rate}%`}
      </p>
      <Facts title="办理" heads={['日期', '办到', '文号、会议', '意见、原因']}>
        {steps.map((step) => (
          <tr key={step.id}>
            <td>{step.date ?? '日期不详'}</td>
            <td>
              {step.kind === 'state' && step.to ? lifeState(step.to).name : SIDE_EVENTS[step.kind as SideEvent]}
              {step.isBackfilled && '（补录）'}
            </td>
            <td>{[step.documentNumber, step.meeting].filter((part) => part !== '').join('；')}</td>
            <td>{[step.opinion, step.reason].filter((part) => part !== '').join('；')}</td>
          </tr>
        ))}
      </Facts>
      <Facts title="下达" heads={['日期', '资金批次', '金额（万元）', '备注']}>
        {lines.map(({ id, date, batch, amountFen, note }) => (
          <tr key={id}>
            <td>{date ?? ''}</td>
            <td>{batch}</td>
            <td className="is-number">
              <Amount fen={amountFen} />
            </td>
            <td>{note}</td>
          </tr>
        ))}
      </Facts>
      <Facts title="支付" heads={['日期', '收款人', '金额（万元）', '备注']}>
        {payments.map(({ id, date, payee, amountFen, note }) => (
          <tr key={id}>
            <td>{date}</td>
            <td>{payee}</td>
            <td className="is-number">
              <Amount fen={amountFen} />
            </td>
            <td>{note}</td>
          </tr>
        ))}
      </Facts>
      <Facts title="进度" heads={['日期', '形象进度', '完成投资（万元）', '月报累计支付（万元）', '进展和问题']}>
        {notes.map(({ id, date, percent, doneFen, saidPaidFen, text, problem }) => (
          <tr key={id}>
            <td>{date}</td>
            <td>{percent === null ? '' : `${percent}%`}</td>
            <td className="is-number">{doneFen === null ? '' : <Amount fen={doneFen} />}</td>
            <td className="is-number">{saidPaidFen == null ? '' : <Amount fen={saidPaidFen} />}</td>
            <td>{[text, problem].filter((part) => part !== '').join('；')}</td>
          </tr>
        ))}
      </Facts>
    </div>
  );
}

function Facts({ title, heads, children }: { title: string; heads: readonly string[]; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section className="xj-card-facts">
      <h3>{title}</h3>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
