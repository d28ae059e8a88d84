// 收件情况: 应报, 已报, 未报, 逾期 of the offices beneath, and the deadline.
import { useQuery } from '@tanstack/react-query';
import { Input, Spin, Table, Tag } from 'antd';
import { showAmount } from '#shared/format/shown-amount.ts';
import { isIsoDay } from '#shared/notice/period.ts';
import { packageKindOf } from '#shared/package/package-kinds.ts';
import type { ReportedRow } from '#shared/package/reported.ts';
import { localDay, localMinute } from '#shared/values/local-time.ts';
import { toFen } from '#shared/values/money.ts';
import { KEYS } from '../../api/queries.ts';
import { saveRecord } from '../../api/records.ts';
import { useSession } from '../../session.ts';

const COLORS: Readonly<Record<ReportedRow['state'], string>> = {
  已报: 'green',
  未报: 'default',
  逾期未报: 'red',
  逾期上报: 'orange',
};

export function ReportedTab({ isLocked }: { isLocked: boolean }) {
  const session = useSession();
  const today = localDay(new Date());
  const { data } = useQuery({
    queryKey: [...KEYS.exchange, 'reported', today],
    queryFn: () => session.call('package.reported', { today }),
  });
  if (!data) return <Spin className="xj-page-spin" />;
  const { offices, kind, deadline } = data;
  const reported = offices.filter((one) => one.reported).length;
  const setDeadline = (day: string): void => {
    const known = packageKindOf(kind);
    if (!known || (day !== '' && !isIsoDay(day))) return;
    void saveRecord(session, 'reporting-deadline', known, day === '' ? null : { kind: known, deadline: day });
  };
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <b data-testid="reported-sum">
          {kind}应报 {offices.length}，已报 {reported}，未报 {offices.length - reported}
        </b>
        <span className="xj-grow" />
        <label htmlFor="reporting-deadline">期限</label>
        <Input
          id="reporting-deadline"
          type="date"
          size="small"
          style={{ width: 140 }}
          disabled={isLocked}
          value={deadline ?? ''}
          onChange={(event) => setDeadline(event.target.value)}
          data-testid="reporting-deadline"
        />
      </div>
      <div className="xj-funds-scroll">
        <Table<ReportedRow>
          size="small"
          rowKey={({ code, name }) => code + name}
          dataSource={offices}
          pagination={false}
          sticky
          data-testid="reported"
          columns={[
            { title: '单位', dataIndex: 'name' },
            { title: '情况', width: 110, render: (_, { state }) => <Tag color={COLORS[state]}>{state}</Tag> },
            { title: '包号', width: 90, render: (_, { number }) => (number === null ? '' : `第 ${number} 号`) },
            { title: '收到时间', width: 160, render: (_, { at }) => (at === null ? '' : localMinute(at)) },
            { title: '项目', width: 90, align: 'right', render: (_, one) => (one.reported ? one.projects : '') },
            {
              title: '总投资（万元）',
              width: 140,
              align: 'right',
              render: (_, one) => (one.reported ? showAmount(toFen(one.totalFen)) : ''),
            },
          ]}
        />
      </div>
    </div>
  );
}
