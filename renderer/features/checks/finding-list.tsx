// The findings as a table that draws only the rows in sight.
import { Button, Table, Tag, Tooltip } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Finding } from '#shared/checks/finding.ts';
import { RULES } from '#shared/checks/rules.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import { rowOf } from './finding-row.ts';

export function FindingList({
  findings,
  onLocate,
}: {
  findings: readonly Finding[];
  onLocate: (finding: Finding) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(400);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(Math.max(200, element.clientHeight - 40)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="xj-finding-list" ref={frame}>
      <Table
        size="small"
        rowKey="key"
        virtual
        pagination={false}
        scroll={{ y: height, x: 1000 }}
        dataSource={[...findings]}
        onRow={(finding) => ({
          onDoubleClick: () => onLocate(finding),
          'data-testid': 'finding',
          'data-rule': finding.rule,
        })}
        columns={[
          {
            title: '级别',
            width: 62,
            render: (_, finding) => <Tag color={LEVEL_COLORS[finding.level]}>{LEVEL_LABELS[finding.level]}</Tag>,
          },
          {
            title: '规则',
            width: 62,
            render: (_, finding) => (
              <Tooltip title={RULES.find((rule) => rule.id === finding.rule)?.title}>{finding.rule}</Tooltip>
            ),
          },
          { title: '说明', render: (_, finding) => <span className="xj-message">{finding.message}</span> },
          { title: '疑点', width: 190, render: (_, finding) => <span className="xj-message">{finding.suspect}</span> },
          { title: '差额', width: 110, align: 'right', render: (_, finding) => finding.difference },
          {
            title: '来源',
            width: 150,
            render: (_, finding) =>
              finding.source ? (
                <span className="xj-message xj-faint">
                  {finding.source.file} {finding.source.sheet} 第 {finding.source.row} 行
                </span>
              ) : null,
          },
          {
            title: '',
            width: 70,
            render: (_, finding) =>
              rowOf(finding) === null ? null : (
                <Button size="small" onClick={() => onLocate(finding)} data-testid="locate">
                  定位
                </Button>
              ),
          },
        ]}
      />
    </div>
  );
}
