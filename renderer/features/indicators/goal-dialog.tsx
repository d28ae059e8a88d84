// The goals of one project in a year: targets, weights, what they came to and why not, with the score as it stands.
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { GoalRow } from '#shared/contract/methods/goals.ts';
import { scoreGoal } from '#shared/goals/score-goal.ts';
import { GOAL_LEVELS, type GoalIndicator, type GoalLevel } from '#shared/records/goal.ts';
import { useSession } from '../../session.ts';
import { Field } from '../funds/form-field.tsx';

const LEVELS = Object.keys(GOAL_LEVELS) as GoalLevel[];
const KINDS = LEVELS.flatMap((level) => GOAL_LEVELS[level].map((kind) => ({ value: `${level}|${kind}`, label: kind })));

const EMPTY: GoalIndicator = {
  ...{ level: '产出', kind: '数量', name: '', target: '', isCore: false, weight: null },
  ...{ origin: 'typed', midway: '', actual: '', reason: '' },
};

export function GoalDialog({ row, isLocked, close }: { row: GoalRow; isLocked: boolean; close: () => void }) {
  const session = useSession();
  const [goal, setGoal] = useState(row.goal);
  const { indicators } = goal;
  const score = scoreGoal(goal, row);
  const put = (at: number, part: Partial<GoalIndicator>): void =>
    setGoal({ ...goal, indicators: indicators.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const save = async (): Promise<void> => {
    const kept = { ...goal, indicators: indicators.filter(({ name }) => name.trim() !== '') };
    const done = await session.attempt('正在保存', () => session.write('goals.save', { goal: kept }));
    if (done) close();
  };
  const text = (at: number, key: 'name' | 'target' | 'actual' | 'reason', words: string) => (
    <Input
      size="small"
      aria-label={`第 ${at + 1} 个指标的${words}`}
      value={indicators[at]?.[key] ?? ''}
      onChange={(event) => put(at, { [key]: event.target.value })}
    />
  );
  return (
    <Modal
      open
      width={1180}
      style={{ top: 24 }}
      title={`${row.project.name} ${goal.year}年绩效目标`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: isLocked, ...({ 'data-testid': 'goal-save' } as object) }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div className="xj-funds-form" data-testid="goal-dialog">
        <Field label="年度目标" isWide>
          <Input.TextArea
            aria-label="年度目标"
            autoSize={{ minRows: 1, maxRows: 4 }}
            value={goal.annualGoal}
            onChange={(event) => setGoal({ ...goal, annualGoal: event.target.value })}
          />
        </Field>
        <Field label="完成情况" isWide>
          <Input.TextArea
            aria-label="完成情况"
            autoSize={{ minRows: 1, maxRows: 4 }}
            value={goal.annualResult}
            onChange={(event) => setGoal({ ...goal, annualResult: event.target.value })}
          />
        </Field>
      </div>
      <table className="xj-indicator-years">
        <thead>
          <tr>
            <th>二级指标</th>
            <th>三级指标</th>
            <th>指标值</th>
            <th>完成值</th>
            <th>分值</th>
            <th>得分</th>
            <th>偏差原因及改进措施</th>
            <th aria-label="删除" />
          </tr>
        </thead>
        <tbody>
          {indicators.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
            <tr key={at}>
              <td>
                <Select
                  size="small"
                  style={{ width: 130 }}
                  aria-label={`第 ${at + 1} 个指标的种类`}
                  value={`${one.level}|${one.kind}`}
                  options={KINDS}
                  onChange={(chosen) => {
                    const [level = '产出', kind = ''] = chosen.split('|');
                    put(at, { level: level as GoalLevel, kind });
                  }}
                />
              </td>
              <td>{text(at, 'name', '名称')}</td>
              <td>{text(at, 'target', '指标值')}</td>
              <td>{text(at, 'actual', '完成值')}</td>
              <td>
                <Input
                  size="small"
                  style={{ width: 64 }}
                  aria-label={`第 ${at + 1} 个指标的分值`}
                  placeholder={score.parts[at]?.weight ?? ''}
                  value={one.weight ?? ''}
                  onChange={(event) => put(at, { weight: weightOf(event.target.value) })}
                />
              </td>
              <td>{score.parts[at]?.score ?? '——'}</td>
              <td>{text(at, 'reason', '原因')}</td>
              <td>
                <Button
                  size="small"
                  type="text"
                  aria-label={`删除第 ${at + 1} 个指标`}
                  onClick={() => setGoal({ ...goal, indicators: indicators.filter((_, index) => index !== at) })}
                >
                  ✕
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" type="link" onClick={() => setGoal({ ...goal, indicators: [...indicators, EMPTY] })}>
        加一个指标
      </Button>
      <p data-testid="goal-score">
        得分 {score.score ?? '——'}
        {score.grade === null ? '' : `（${score.grade}）`}
        <span className="xj-faint">
          　分值不填的按产出 50、效益 30、满意度 10、预算执行 10 分配；没有填完成值的不计分。
        </span>
      </p>
      <ul className="xj-funds-problems">
        {score.problems.map(({ level, message }) => (
          <li key={message} className={`is-${level}`}>
            {message}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** Two decimals at most; null for what is no weight. */
function weightOf(text: string): number | null {
  const weight = Number(text);
  return text.trim() === '' || !(weight >= 0 && weight <= 100) ? null : Math.round(weight * 100) / 100;
}
