// 指标: the rows of 表1, and the editor that changes them.
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { indicatorsOf } from '#shared/tables/indicators.ts';
import { useReference } from '../../api/queries.ts';
import { useRecords } from '../../api/records.ts';

const IndicatorsEditor = lazy(() =>
  import('../tables/indicators-editor.tsx').then((m) => ({ default: m.IndicatorsEditor })),
);

export function IndicatorsTab({ disabled }: { disabled: boolean }) {
  const about = useReference().data;
  const records = useRecords('indicator');
  const [isEditing, setEditing] = useState(false);
  if (!about) return null;
  const indicators = indicatorsOf({ reference: about.reference, records: { indicator: records } });
  return (
    <div className="xj-set-tab">
      <div className="xj-set-buttons">
        <Button
          size="small"
          type="primary"
          disabled={disabled}
          onClick={() => setEditing(true)}
          data-testid="edit-indicators"
        >
          修改指标表…
        </Button>
        <span className="xj-faint">共 {indicators.length} 个指标，印在表1。</span>
      </div>
      <div className="xj-set-scroll">
        <table className="xj-set-table">
          <thead>
            <tr>
              <th>序号</th>
              <th>分组</th>
              <th>指标</th>
              <th>单位</th>
              <th>基期值</th>
              <th>目标值</th>
              <th>属性</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((one) => (
              <tr key={one.id}>
                <td>{one.number}</td>
                <td>{one.group}</td>
                <td>{one.name}</td>
                <td>{one.unit ?? ''}</td>
                <td>{one.baseValue === null ? '' : `${one.baseValue}（${one.baseYear ?? '基期'}）`}</td>
                <td>{one.targetValue === null ? '' : `${one.targetValue}（${one.targetYear}）`}</td>
                <td>{one.attribute}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isEditing && (
        <Suspense fallback={null}>
          <IndicatorsEditor close={() => setEditing(false)} />
        </Suspense>
      )}
    </div>
  );
}
