// One written figure beside our own, and the line over those of one source.
import { Button } from 'antd';
import type { ClaimGroup, ClaimLine } from '#shared/checks/claim-lines.ts';
import { useSession } from '../../session.ts';
import { LEVEL_COLORS } from '../../ui/theme.ts';
import { VERDICT_LABELS, verdictCounts } from './claim-rows.ts';

const VERDICT_COLORS: Readonly<Record<ClaimLine['verdict'], string>> = {
  equal: '#3d8b5f',
  rounding: LEVEL_COLORS.rounding,
  different: LEVEL_COLORS.error,
  unknown: LEVEL_COLORS.info,
};

const ORIGINS: Readonly<Record<ClaimGroup['origin'], string>> = { import: '导入', published: '印发表', manual: '录入' };

export function ClaimHead() {
  return (
    <div className="xj-claim xj-claim-head">
      <span>表名</span>
      <span>行</span>
      <span>列</span>
      <span className="xj-figure">声明数</span>
      <span className="xj-figure">项目汇总数</span>
      <span className="xj-figure">差额</span>
      <span>结论</span>
      <span>出处</span>
      <span />
    </div>
  );
}

export function ClaimGroupLine(props: { group: ClaimGroup; isLocked: boolean; onRemove: () => void }) {
  const { group, isLocked, onRemove } = props;
  const canRemove = group.recordId !== null || group.claimIds.length > 0;
  return (
    <div className="xj-claim-group" data-testid="claim-group">
      <span className="xj-claim-origin">{ORIGINS[group.origin]}</span>
      {group.origin !== 'manual' && <b title={group.label}>{group.label}</b>}
      <span className="xj-faint">{verdictCounts(group.lines)}</span>
      <span className="xj-grow" />
      {canRemove && group.origin !== 'manual' && (
        <Button size="small" type="link" disabled={isLocked} onClick={onRemove}>
          不再核对
        </Button>
      )}
    </div>
  );
}

export function ClaimLineView(props: {
  line: ClaimLine;
  isAim: boolean;
  isLocked: boolean;
  onEdit: (() => void) | null;
  onRemove: (() => void) | null;
}) {
  const { line, isAim, isLocked, onEdit, onRemove } = props;
  const { nav } = useSession();
  const { figure } = line;
  return (
    <div className={isAim ? 'xj-claim is-aim' : 'xj-claim'} data-testid="claim" data-verdict={line.verdict}>
      <span title={line.table}>{line.table}</span>
      <span title={line.row}>{line.row}</span>
      <span title={line.column}>{line.column}</span>
      <span className="xj-figure" title={line.raw}>
        {line.typed ? line.raw : line.declared}
      </span>
      <span className="xj-figure">
        {figure && line.own !== '' ? (
          <button type="button" className="xj-link" title="查看构成" onClick={() => nav.set({ composition: figure })}>
            {line.own}
          </button>
        ) : (
          line.own
        )}
      </span>
      <span className="xj-figure">{line.verdict === 'equal' ? '' : line.difference}</span>
      <span style={{ color: VERDICT_COLORS[line.verdict] }}>
        {VERDICT_LABELS[line.verdict]}
        {line.typed && !line.typed.isStrict && line.verdict === 'different' ? '（参考）' : ''}
      </span>
      <span className="xj-faint" title={line.typed?.source}>
        {line.typed?.source}
      </span>
      <span>
        {onEdit && (
          <Button size="small" type="link" disabled={isLocked} onClick={onEdit} data-testid="claim-edit">
            修改
          </Button>
        )}
        {onRemove && (
          <Button size="small" type="link" disabled={isLocked} onClick={onRemove} data-testid="claim-remove">
            删除
          </Button>
        )}
      </span>
    </div>
  );
}
