// After an import: what came in, what the list holds now, what stayed out, and where to go from here.
import { Button, Result } from 'antd';
import { kindLabel } from '#shared/import/kinds/sheet-kinds.ts';
import { returnedWords } from '#shared/import/returned-words.ts';
import { useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import type { ImportFlow } from './import-flow.ts';
import type { ImportDone } from './import-state.ts';
import { showWan } from './row-list.ts';

export function DonePane({ flow, done }: { flow: ImportFlow; done: ImportDone }) {
  const { nav } = useSession();
  const undo = useWorkbook()?.undo ?? null;
  const { outcome, files, changeSetId, leftOut } = done;
  const canUndo = changeSetId !== null && undo?.id === changeSetId;
  const isRefused =
    outcome.added + outcome.updated + outcome.unchanged === 0 && outcome.conflicts + outcome.skipped > 0;
  return (
    <div className="xj-imp-done" data-testid="import-done">
      <Result
        status={isRefused ? 'warning' : 'success'}
        title={doneTitle(outcome)}
        subTitle={`来自 ${files.join('、')}`}
        extra={
          <>
            <Button type="primary" onClick={() => nav.set({ page: 'projects' })} data-testid="import-show-projects">
              查看项目表
            </Button>
            <Button onClick={() => nav.set({ page: 'checks' })}>勾稽审核</Button>
            {changeSetId !== null && (
              <Button
                disabled={!canUndo}
                title={canUndo ? '' : '导入之后又有修改，请到“版本与日志”里逐步撤销'}
                onClick={() => void flow.undo()}
                data-testid="import-undo"
              >
                撤销这次导入
              </Button>
            )}
            <Button onClick={() => flow.cancel()} data-testid="import-again">
              继续导入
            </Button>
          </>
        }
      >
        <Figures outcome={outcome} />
        {outcome.returned.length > 0 && (
          <ul className="xj-imp-kept" data-testid="import-returned">
            {outcome.returned.map((one) => (
              <li key={`${one.name}${one.before}`}>{returnedWords(one)}</li>
            ))}
          </ul>
        )}
        {outcome.postings > 0 && (
          <p data-testid="import-postings">
            {outcome.postings} 条公示已登记。
            <Button type="link" size="small" onClick={() => nav.set({ page: 'notices', noticesFilter: 'all' })}>
              看公示台账
            </Button>
          </p>
        )}
        {outcome.kept.length > 0 && (
          <ul className="xj-imp-kept" data-testid="import-kept">
            {outcome.kept.map(({ file, sheet, kind, rows }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two tables of one sheet differ by place only, and never move
              <li key={index}>
                {file}“{sheet}”是{kindLabel(kind)}：{rows} 行只留作来源，没有改动项目
              </li>
            ))}
          </ul>
        )}
        {leftOut.length > 0 && (
          <section className="xj-imp-left" data-testid="import-left-out">
            <h3>没有导入的和要留意的</h3>
            <ul>
              {leftOut.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        )}
      </Result>
    </div>
  );
}

/** This import beside the whole list, before and after. */
function Figures({ outcome }: { outcome: ImportDone['outcome'] }) {
  const { added, updated, unchanged, skipped, conflicts, projects, totalWan, before, after } = outcome;
  const counts = [
    ...(outcome.steps > 0 ? [`补录办理 ${outcome.steps} 步`] : []),
    `新增 ${added} 个（${showWan(outcome.addedWan)} 万元）`,
    `更新 ${updated} 个（${showWan(outcome.updatedWan)} 万元）`,
    `未变 ${unchanged} 个`,
    ...(outcome.withdrawn > 0 ? [`撤回 ${outcome.withdrawn} 个（${showWan(outcome.withdrawnWan)} 万元）`] : []),
    ...(conflicts > 0 ? [`冲突 ${conflicts} 个`] : []),
    `跳过 ${skipped} 个`,
  ];
  return (
    <dl className="xj-imp-figures" data-testid="import-figures">
      <div>
        <dt>这次导入</dt>
        <dd>
          {projects} 个项目，合计 {showWan(totalWan)} 万元：{counts.join('、')}
        </dd>
      </div>
      <div>
        <dt>项目表</dt>
        <dd>
          {before.projects} 个 → <b>{after.projects} 个项目</b>，合计 {showWan(before.totalWan)} →{' '}
          <b>{showWan(after.totalWan)} 万元</b>
        </dd>
      </div>
    </dl>
  );
}

function doneTitle({ added, updated, unchanged, conflicts, skipped, kept }: ImportDone['outcome']): string {
  if (added + updated + unchanged === 0) {
    if (conflicts + skipped > 0) return '没有导入项目：各行都有冲突或已跳过';
    return kept.length > 0 ? '已收下：没有新增和修改项目' : '已导入：没有项目，表中的数字留作核对';
  }
  if (added + updated === 0) return `没有变化：${unchanged} 个项目与项目表中的完全相同`;
  const parts = [];
  if (added > 0) parts.push(`新增 ${added} 个`);
  if (updated > 0) parts.push(`更新 ${updated} 个`);
  if (unchanged > 0) parts.push(`未变 ${unchanged} 个`);
  return `已导入：${parts.join('、')}`;
}
