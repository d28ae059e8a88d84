// 审核结果: what does not agree, sorted by weight, each with the way to the cell.
import { Alert, Button, Checkbox, Drawer, Empty, Input, Segmented, Select, Spin, Tag } from 'antd';
import { useMemo, useState } from 'react';
import type { Finding, FindingLevel } from '#shared/checks/finding.ts';
import { RULES } from '#shared/checks/rules.ts';
import { errorText } from '../../api/call.ts';
import { useChecks, useWorkbook } from '../../api/queries.ts';
import { suggestName, tellWritten } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import { filterFindings, type LevelChoice } from './finding-filter.ts';
import { FindingList } from './finding-list.tsx';
import { rowOf } from './finding-row.ts';

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'rounding', 'info'];

export function FindingsTab() {
  const session = useSession();
  const workbook = useWorkbook();
  const [published, setPublished] = useState(false);
  const [level, setLevel] = useState<LevelChoice>('all');
  const [rule, setRule] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const query = useChecks(published);
  const findings = query.data?.findings;
  const shown = useMemo(() => filterFindings(findings ?? [], level, rule, text), [findings, level, rule, text]);
  if (query.error) return <Alert type="error" showIcon title="审核没有完成" description={errorText(query.error)} />;
  if (!query.data) return <Spin className="xj-page-spin" description="正在审核" />;
  const { counts } = query.data;

  const exportFindings = async (): Promise<void> => {
    const file = await session.chooseSave('xlsx', '导出差错清单', `${suggestName(workbook, '差错清单')}.xlsx`);
    if (!file) return;
    const written = await session.attempt('正在导出差错清单', () =>
      session.call('export.findings', { token: file.token }),
    );
    tellWritten(session, written, '差错清单');
  };
  const locate = (finding: Finding): void => {
    const rowId = rowOf(finding);
    if (rowId === null) return;
    session.nav.set({
      page: 'projects',
      target: { rowId, columnKey: finding.columnKey ?? null, at: Date.now() },
    });
  };
  return (
    <div className="xj-checks">
      <div className="xj-bar">
        <Segmented
          value={level}
          onChange={(value) => setLevel(value as LevelChoice)}
          options={[
            { value: 'all', label: `全部 ${query.data.findings.length}` },
            ...LEVELS.map((item) => ({
              value: item,
              label: (
                <span
                  data-testid={`count-${item}`}
                  style={{ color: counts[item] > 0 ? LEVEL_COLORS[item] : undefined }}
                >
                  {LEVEL_LABELS[item]} {counts[item]}
                </span>
              ),
            })),
          ]}
        />
        <Select
          allowClear
          placeholder="全部规则"
          aria-label="按规则筛选"
          style={{ width: 230 }}
          popupMatchSelectWidth={300}
          options={ruleOptions(query.data.findings)}
          value={rule}
          onChange={(value: string | undefined) => setRule(value ?? null)}
          data-testid="filter-rule"
        />
        <Input
          allowClear
          placeholder="在审核结果中查找"
          aria-label="在审核结果中查找"
          style={{ width: 190 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox
          checked={published}
          onChange={(event) => setPublished(event.target.checked)}
          data-testid="check-published"
        >
          与印发稿核对
        </Checkbox>
        {query.isFetching && <Spin size="small" />}
        <span className="xj-grow" />
        <Button onClick={() => setHelpOpen(true)} data-testid="rule-help">
          规则说明
        </Button>
        <Button onClick={() => void exportFindings()} data-testid="export-findings">
          导出差错清单…
        </Button>
      </div>
      {shown.length === 0 ? (
        <Empty
          className="xj-empty"
          description={
            query.data.findings.length === 0
              ? '没有发现问题：每个项目的总投资与资金来源、分年度投资都一致。要与已印发的规划核对，请勾选“与印发稿核对”。'
              : '没有符合筛选条件的结果，请放宽条件。'
          }
        />
      ) : (
        <FindingList findings={shown} onLocate={locate} />
      )}
      <Drawer title="审核规则" open={isHelpOpen} onClose={() => setHelpOpen(false)} size={460}>
        {RULES.map((item) => (
          <section key={item.id} className="xj-rule">
            <h3>
              {item.id}　{item.title}
              <Tag color={LEVEL_COLORS[item.level]}>{LEVEL_LABELS[item.level]}</Tag>
            </h3>
            <p>{item.help}</p>
          </section>
        ))}
      </Drawer>
    </div>
  );
}

function ruleOptions(findings: readonly Finding[]): { value: string; label: string }[] {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([id, count]) => {
      const title = RULES.find((rule) => rule.id === id)?.title ?? '';
      return { value: id, label: `${id} ${title}（${count}）` };
    });
}
