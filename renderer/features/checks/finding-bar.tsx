// Over the list of findings: which of them are shown and how they are grouped.
import { Checkbox, Input, Segmented, Select, Spin } from 'antd';
import { useMemo } from 'react';
import { isOpen } from '#shared/checks/explanation.ts';
import { countFindings, type Finding, type FindingLevel } from '#shared/checks/finding.ts';
import { GROUPING_NAMES, GROUPINGS, type Grouping, ruleLabel } from '#shared/checks/finding-groups.ts';
import type { Verdict } from '#shared/checks/verdict.ts';
import { useSession } from '../../session.ts';
import type { FindingView, LevelChoice, StateChoice } from '../../state/finding-view.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import { filterFindings } from './finding-arrange.ts';

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'rounding', 'info'];

interface BarProps {
  findings: readonly Finding[];
  verdict: Verdict;
  view: FindingView;
  isFetching: boolean;
}

export function FindingBar({ findings, verdict, view, isFetching }: BarProps) {
  const { findingView } = useSession();
  const { state } = view;
  // The counts on the buttons are those of what the state shows, whatever level is chosen.
  const inState = useMemo(
    () => filterFindings(findings, { state, level: 'all', rule: null, text: '' }),
    [findings, state],
  );
  const counts = useMemo(() => countFindings(inState), [inState]);
  const rules = useMemo(() => ruleOptions(inState), [inState]);
  const all = findings.length;
  const openCount = useMemo(() => findings.filter(isOpen).length, [findings]);
  const change = (part: Partial<FindingView>): void => findingView.set(part);
  return (
    <div className="xj-bar">
      <Segmented
        value={view.level}
        onChange={(value) => change({ level: value as LevelChoice })}
        options={[
          { value: 'all', label: `全部 ${inState.length}` },
          ...LEVELS.map((item) => ({
            value: item,
            label: (
              <span data-testid={`count-${item}`} style={{ color: counts[item] > 0 ? LEVEL_COLORS[item] : undefined }}>
                {LEVEL_LABELS[item]} {counts[item]}
              </span>
            ),
          })),
        ]}
      />
      <Select
        value={state}
        aria-label="按说明状态筛选"
        data-testid="filter-state"
        style={{ width: 136 }}
        onChange={(value: StateChoice) => change({ state: value })}
        options={[
          { value: 'open', label: `未处理 ${openCount}` },
          { value: 'void', label: `说明已失效 ${verdict.voided}` },
          { value: 'explained', label: `已说明 ${verdict.explained}` },
          { value: 'all', label: `不论状态 ${all}` },
        ]}
      />
      <Select
        value={view.groupBy}
        aria-label="分组"
        data-testid="group-by"
        style={{ width: 116 }}
        onChange={(groupBy: Grouping) => change({ groupBy })}
        options={GROUPINGS.map((value) => ({ value, label: GROUPING_NAMES[value] }))}
      />
      <Select
        allowClear
        placeholder="全部规则"
        aria-label="按规则筛选"
        style={{ width: 150 }}
        popupMatchSelectWidth={300}
        options={rules}
        value={view.rule}
        onChange={(value: string | undefined) => change({ rule: value ?? null })}
        data-testid="filter-rule"
      />
      <Input
        allowClear
        placeholder="查找"
        aria-label="在审核结果中查找"
        style={{ width: 130 }}
        value={view.text}
        onChange={(event) => change({ text: event.target.value })}
        data-testid="filter-text"
      />
      <Checkbox
        checked={view.published}
        onChange={(event) => change({ published: event.target.checked })}
        data-testid="check-published"
      >
        与印发稿核对
      </Checkbox>
      {isFetching && <Spin size="small" />}
    </div>
  );
}

function ruleOptions(findings: readonly Finding[]): { value: string; label: string }[] {
  const rules = new Map<string, { first: Finding; count: number }>();
  for (const finding of findings) {
    const known = rules.get(finding.rule);
    if (known) known.count += 1;
    else rules.set(finding.rule, { first: finding, count: 1 });
  }
  return [...rules]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([id, { first, count }]) => ({ value: id, label: `${ruleLabel(first)}（${count}）` }));
}
