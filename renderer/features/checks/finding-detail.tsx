// All about the finding that is looked at: the sentence, both values, what they are made of, where they came from.
import { Button, Empty, Modal, Space, Tooltip } from 'antd';
import { useState } from 'react';
import type { Finding } from '#shared/checks/finding.ts';
import { ruleLabel } from '#shared/checks/finding-groups.ts';
import { type Fix, fixesFor } from '#shared/checks/fixes.ts';
import { RULE_BY_ID } from '#shared/checks/rules.ts';
import { isUnsplit } from '#shared/checks/unsplit.ts';
import { useWorkbook } from '../../api/queries.ts';
import { jumpsOf } from '../../commands/finding-jump.ts';
import { useSession } from '../../session.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import { SourcesTable } from '../card/sources-table.tsx';
import { ExplainBox } from './explain-box.tsx';
import { FixChange } from './fixes-dialog.tsx';
import { PartsTable } from './parts-table.tsx';
import { useMakeFixes } from './use-fixes.ts';

export function FindingDetail(props: { finding: Finding | null; isPublished: boolean; fixes: readonly Fix[] }) {
  const { finding, isPublished, fixes } = props;
  const session = useSession();
  const isLocked = useWorkbook()?.readOnly != null;
  if (!finding) {
    return (
      <aside className="xj-finding-detail">
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="点一条审核结果，在这里看两边的数、构成和来源。" />
      </aside>
    );
  }
  const composed = figureOf(finding);
  return (
    <aside className="xj-finding-detail" aria-label="审核结果详情" data-testid="finding-detail">
      <h3>
        <span style={{ color: LEVEL_COLORS[finding.level] }}>{LEVEL_LABELS[finding.level]}</span>
        {RULE_BY_ID.has(finding.rule) ? (
          <Tooltip title="看规则说明、例子和设置">
            <Button
              type="link"
              size="small"
              onClick={() => session.nav.set({ checksTab: 'rules', ruleId: finding.rule })}
              data-testid="finding-rule"
            >
              {ruleLabel(finding)}
            </Button>
          </Tooltip>
        ) : (
          ruleLabel(finding)
        )}
      </h3>
      <p>{finding.message}</p>
      <Space size={6} wrap>
        {jumpsOf(finding).map(({ label, go }, index) => (
          <Tooltip key={label} title={index === 0 ? '双击这一条，或按 Enter' : ''}>
            <Button size="small" type={index === 0 ? 'primary' : 'default'} onClick={() => go(session)}>
              {label}
            </Button>
          </Tooltip>
        ))}
        {composed && (
          <Button size="small" onClick={() => session.nav.set({ composition: composed })} data-testid="compose">
            查看构成
          </Button>
        )}
        {isUnsplit(finding) && !isLocked && (
          <Button
            size="small"
            type="primary"
            onClick={() => session.nav.set({ dialog: 'breakdown' })}
            data-testid="finding-breakdown"
          >
            批量分解…
          </Button>
        )}
        <SourceButton finding={finding} />
      </Space>
      <Values finding={finding} />
      <FixOffer fixes={fixesFor(fixes, finding)} />
      <PartsTable key={finding.key} finding={finding} isPublished={isPublished} />
      <ExplainBox key={`explain:${finding.key}`} finding={finding} />
    </aside>
  );
}

/** The figure of our own that a finding speaks of: that of a 汇总表, or of the heading it stands at. */
function figureOf({ figure, categoryId, columnKey }: Finding): Finding['figure'] {
  if (figure) return figure;
  return categoryId !== undefined && columnKey !== undefined
    ? { row: `category:${categoryId}`, column: columnKey }
    : undefined;
}

function Values({ finding }: { finding: Finding }) {
  const { left, right, difference, suspect, column, rightName } = finding;
  if (left === '' && right === '' && suspect === '') return null;
  return (
    <table className="xj-finding-values">
      <tbody>
        {left !== '' && (
          <tr>
            <th>{column || '本处'}</th>
            <td>{left}</td>
          </tr>
        )}
        {right !== '' && (
          <tr>
            <th>{rightName ?? '对照'}</th>
            <td>{right}</td>
          </tr>
        )}
        {difference !== '' && (
          <tr>
            <th>差额</th>
            <td className="xj-negative">{difference}</td>
          </tr>
        )}
        {suspect !== '' && (
          <tr>
            <th>疑点</th>
            <td>{suspect}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The repairs that would settle the finding, to be made with one click. */
function FixOffer({ fixes }: { fixes: readonly Fix[] }) {
  const makeFixes = useMakeFixes();
  const isLocked = useWorkbook()?.readOnly != null;
  if (fixes.length === 0) return null;
  return (
    <section className="xj-fix-offer" data-testid="fix-offer">
      {fixes.map((fix) => (
        <div key={fix.id}>
          {fix.column}：<FixChange fix={fix} />
        </div>
      ))}
      <Button
        size="small"
        disabled={isLocked}
        onClick={() => void makeFixes(fixes.map(({ id }) => id))}
        data-testid="fix-this"
      >
        修正
      </Button>
    </section>
  );
}

/** 查看来源: the sheet cells of a project, or the row of a claim. */
function SourceButton({ finding }: { finding: Finding }) {
  const [isOpen, setOpen] = useState(false);
  const { source, projectId } = finding;
  if (!source) return null;
  const where = `${source.file}${source.sheet === '' ? '' : ` › ${source.sheet}`}${source.row > 0 ? ` 第 ${source.row} 行` : ''}`;
  if (projectId === undefined) return <span className="xj-faint">来源：{where}</span>;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} title={where} data-testid="finding-source">
        查看来源
      </Button>
      <Modal open={isOpen} onCancel={() => setOpen(false)} title={`来源：${finding.row}`} width={720} footer={null}>
        <SourcesTable projectId={projectId} />
      </Modal>
    </>
  );
}
