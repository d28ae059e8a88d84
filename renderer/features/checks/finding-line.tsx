// One line of the list of findings, and the line over a group.
import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { refusesExplanation } from '#shared/checks/explanation.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { countsText } from '#shared/format/finding-rows.ts';
import { jumpsOf } from '../../commands/finding-jump.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import type { GroupRow } from './finding-arrange.ts';

/** Keys of those findings that take a 属实说明. */
export function explainable(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ key, level }) => (refusesExplanation(level) === null ? [key] : []));
}

export function GroupLine(props: {
  row: GroupRow;
  ticked: ReadonlySet<string>;
  onTick: (keys: readonly string[], isTicked: boolean) => void;
  onToggle: () => void;
}) {
  const { row, ticked, onTick, onToggle } = props;
  const keys = explainable(row.members);
  const count = keys.filter((key) => ticked.has(key)).length;
  return (
    <div className="xj-finding-group" role="treeitem" tabIndex={-1} aria-level={1} aria-expanded={!row.isCollapsed}>
      <span>
        {keys.length > 0 && (
          <Checkbox
            tabIndex={-1}
            checked={count === keys.length}
            indeterminate={count > 0 && count < keys.length}
            aria-label="选中这一组的提示"
            onChange={(event) => onTick(keys, event.target.checked)}
          />
        )}
      </span>
      <button type="button" onClick={onToggle} data-testid="finding-group" tabIndex={-1}>
        {row.isCollapsed ? <RightOutlined /> : <DownOutlined />}
        <b>{row.label}</b>
        <span className="xj-faint">{countsText(row.counts)}</span>
      </button>
    </div>
  );
}

/** The sentence without the place that stands beside it. */
function contentOf({ message, table, row }: Finding): string {
  for (const place of [`${table}“${row}”行：`, `${table}：`]) {
    if (message.startsWith(place)) return message.slice(place.length);
  }
  return message;
}

export function FindingLine(props: {
  id: string;
  finding: Finding;
  isCurrent: boolean;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
  onLook: () => void;
  onLocate: () => void;
}) {
  const { id, finding, isCurrent, isTicked, onTick, onLook, onLocate } = props;
  const { explanation } = finding;
  const place = finding.row === '' ? finding.table : finding.row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list around it
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={2}
      aria-selected={isCurrent}
      className={isCurrent ? 'xj-finding is-current' : 'xj-finding'}
      data-testid="finding"
      data-rule={finding.rule}
      onClick={onLook}
      onDoubleClick={onLocate}
    >
      <span>
        {refusesExplanation(finding.level) === null && (
          <Checkbox
            tabIndex={-1}
            checked={isTicked}
            aria-label="选中"
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => onTick(event.target.checked)}
          />
        )}
      </span>
      <span style={{ color: LEVEL_COLORS[finding.level] }}>{LEVEL_LABELS[finding.level]}</span>
      <span className="xj-faint">{finding.rule}</span>
      <span title={`${finding.table} ${finding.row}`}>{place}</span>
      <span className="xj-faint" title={finding.column}>
        {finding.column}
      </span>
      <span title={finding.message}>{contentOf(finding)}</span>
      <span className="xj-figure">{finding.difference}</span>
      <span>
        {explanation && (
          <em className={`xj-explained is-${explanation.state}`} title={explanation.text}>
            {explanation.state === 'valid' ? '已说明' : '说明已失效'}
          </em>
        )}
      </span>
      <span>
        {jumpsOf(finding).length > 0 && (
          <button type="button" className="xj-link" tabIndex={-1} onClick={onLocate} data-testid="locate">
            定位
          </button>
        )}
      </span>
    </div>
  );
}
