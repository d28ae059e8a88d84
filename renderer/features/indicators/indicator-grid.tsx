// The grid of indicators × years: values are typed or pasted, the judgement of one year stands beside them.
import { Button, Tag } from 'antd';
import { Fragment, useRef } from 'react';
import type { IndicatorsRead } from '#shared/contract/methods/indicators.ts';
import { doubtValue } from '#shared/indicators/doubt-value.ts';
import type { JudgedAs } from '#shared/indicators/judge.ts';
import { useSession } from '../../session.ts';
import { readBlock, spreadBlock, type ValueEdit } from './spread-paste.ts';
import { ValueCell } from './value-cell.tsx';

const COLORS: Readonly<Record<JudgedAs, string>> = {
  完成: 'green',
  已达终期目标: 'green',
  达到进度: 'blue',
  滞后: 'gold',
  下降: 'red',
  未完成: 'red',
  无法判断: 'default',
};

type Row = IndicatorsRead['rows'][number];

export function IndicatorGrid({
  view,
  isLocked,
  edit,
}: {
  view: IndicatorsRead;
  isLocked: boolean;
  edit: (row: Row) => void;
}) {
  const session = useSession();
  const table = useRef<HTMLTableElement>(null);
  const { rows, years, year } = view;
  const ids = rows.map(({ indicator }) => indicator.id);
  const save = async (changes: ValueEdit[]): Promise<void> => {
    await session.attempt('正在保存', () => session.write('indicators.set', { changes }));
  };
  const paste = async (text: string, row: number, column: number): Promise<void> => {
    const { edits, beyond } = spreadBlock(readBlock(text), { ids, years }, { row, column });
    if (edits.length > 0) await save(edits);
    if (beyond > 0) session.messenger.current.warn(`有 ${beyond} 格超出表的范围，没有粘贴。`);
  };
  const move = (row: number, column: number): void =>
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)?.focus();
  return (
    <table className="xj-indicator-grid" ref={table} data-testid="indicator-grid">
      <thead>
        <tr>
          <th className="is-narrow">序号</th>
          <th className="is-name">指标</th>
          <th>单位</th>
          <th>属性</th>
          <th>基期值</th>
          <th>目标值</th>
          {years.map((one) => (
            <th key={one} className={one === year ? 'is-judged' : ''}>
              {one}年
            </th>
          ))}
          <th>{year}年应达</th>
          <th>{year}年完成情况</th>
          <th>责任部门</th>
          <th aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const { indicator, judgement, values } = row;
          const before = rows[at - 1]?.indicator;
          const group = indicator.inPlan ? indicator.group : '任务指标';
          const isFirst = before === undefined || (before.inPlan ? before.group : '任务指标') !== group;
          const byYear = new Map(values.map((value) => [value.year, value]));
          return (
            <Fragment key={indicator.id}>
              {isFirst && group !== '' && (
                <tr className="is-group">
                  <td colSpan={10 + years.length}>{group}</td>
                </tr>
              )}
              <tr>
                <td className="is-narrow">{indicator.number}</td>
                <td className="is-name">{indicator.name}</td>
                <td>{indicator.unit ?? '——'}</td>
                <td>{indicator.attribute}</td>
                <td>{indicator.baseValue ?? '——'}</td>
                <td>{indicator.targetValue ?? '——'}</td>
                {years.map((one, column) => {
                  const value = byYear.get(one);
                  const doubt = value === undefined ? null : doubtValue(indicator, value.text);
                  return (
                    <td key={one} className="is-value">
                      <ValueCell
                        label={`${indicator.name} ${one}年`}
                        text={value?.text ?? ''}
                        isEarly={value?.state === '初步'}
                        isWarned={doubt !== null}
                        title={[value?.state ?? '', doubt ?? '', value?.note ?? ''].filter(Boolean).join('；')}
                        isLocked={isLocked}
                        place={`${at}:${column}`}
                        save={(text) => void save([{ indicatorId: indicator.id, year: one, text }])}
                        paste={(text) => void paste(text, at, column)}
                        move={(down) => move(at + down, column)}
                      />
                    </td>
                  );
                })}
                <td>{judgement.expected ?? '——'}</td>
                <td className="is-status">
                  <Tag color={COLORS[judgement.status]} title={judgement.reason}>
                    {judgement.status}
                    {judgement.gap === null ? '' : ` 差 ${judgement.gap}`}
                  </Tag>
                  {judgement.status === '无法判断' && (
                    <small className="xj-faint xj-indicator-why">{judgement.reason}</small>
                  )}
                </td>
                <td>{indicator.department}</td>
                <td>
                  <Button
                    type="link"
                    size="small"
                    disabled={isLocked}
                    onClick={() => edit(row)}
                    data-testid={`indicator-edit-${indicator.number}`}
                  >
                    详情
                  </Button>
                </td>
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
