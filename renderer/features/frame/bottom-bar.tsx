// The bottom bar: what is selected, what is shown, what is still wrong, what is going on.
import { Progress } from 'antd';
import { useChecks } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { LEVEL_LABELS } from '../../ui/theme.ts';

export function BottomBar() {
  const { nav, shown } = useSession();
  const page = useStore(nav, (state) => state.page);
  const { selection, shown: count, filtered } = useStore(shown, (state) => state);
  const counts = useChecks().data?.verdict.open;
  const isGrid = page === 'projects';
  return (
    <footer className="xj-bottom">
      <RunningTasks />
      {isGrid && selection && selection.cells > 1 && (
        <span data-testid="selection-summary">
          计数 {selection.cells}
          {selection.numbers > 0 && <> · 数值 {selection.numbers}</>}
          {selection.sum !== '' && (
            <>
              {' '}
              · 求和 <b>{selection.sum}</b> · 平均 {selection.average}
            </>
          )}
          {selection.note !== '' && <i>（{selection.note}）</i>}
        </span>
      )}
      <span className="xj-grow" />
      {isGrid && (
        <span data-testid="rows-shown">
          {filtered ? '筛选后 ' : ''}
          {count} 个项目
        </span>
      )}
      <button type="button" className="xj-link" data-testid="open-findings" onClick={() => nav.set({ page: 'checks' })}>
        {counts
          ? counts.error + counts.warning + counts.rounding === 0
            ? '审核未发现问题'
            : `审核：${LEVEL_LABELS.error} ${counts.error} · ${LEVEL_LABELS.warning} ${counts.warning} · ${LEVEL_LABELS.rounding} ${counts.rounding}`
          : '正在审核'}
      </button>
    </footer>
  );
}

function RunningTasks() {
  const { activity } = useSession();
  const tasks = useStore(activity, (state) => state.tasks);
  const [task] = Object.values(tasks);
  if (!task) return null;
  const percent = task.total > 0 ? Math.round((task.done / task.total) * 100) : 100;
  return (
    <span className="xj-task" role="status" data-testid="running-task">
      {task.text}
      <Progress percent={percent} size="small" showInfo={task.total > 0} status="active" />
    </span>
  );
}
