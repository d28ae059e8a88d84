// The own rules of the workbook: what each asks for, and how many findings it has.
import { Switch, Tag } from 'antd';
import type { OwnRule } from '#shared/records/own-rule.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';

export interface RuleListProps {
  rules: ReadonlyMap<string, OwnRule>;
  /** Findings by rule; undefined while they are not known. */
  counts: ReadonlyMap<string, number> | undefined;
  current: string | null;
  disabled: boolean;
  onOpen: (id: string) => void;
  onSwitch: (id: string, rule: OwnRule, on: boolean) => void;
  onFindings: (id: string) => void;
}

export function RuleList({ rules, counts, current, disabled, onOpen, onSwitch, onFindings }: RuleListProps) {
  const sorted = [...rules].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return (
    <table className="xj-rule-list">
      <thead>
        <tr>
          <th>编号</th>
          <th>启用</th>
          <th>名称和公式</th>
          <th>级别</th>
          <th>不符合</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(([id, rule]) => {
          const count = counts?.get(id) ?? 0;
          return (
            <tr key={id} className={id === current ? 'is-here' : ''} data-testid="own-rule" data-rule={id}>
              <td>{id}</td>
              <td>
                <Switch
                  size="small"
                  aria-label={`启用 ${rule.name}`}
                  checked={rule.on}
                  disabled={disabled}
                  onChange={(on) => onSwitch(id, rule, on)}
                />
              </td>
              <td>
                <button type="button" className="xj-rule-open" onClick={() => onOpen(id)}>
                  <b>{rule.name}</b>
                  <code>{rule.formula}</code>
                </button>
              </td>
              <td>
                <Tag color={LEVEL_COLORS[rule.level]}>{LEVEL_LABELS[rule.level]}</Tag>
              </td>
              <td className="xj-figure">
                {!rule.on ? (
                  <span className="xj-faint">停用</span>
                ) : counts && count > 0 ? (
                  <button type="button" className="xj-figure-button" onClick={() => onFindings(id)}>
                    {count}
                  </button>
                ) : (
                  <span className="xj-faint">{counts ? '0' : '…'}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
