// The bottom bar: what is selected, what is shown, what is still wrong, what is going on.
import { Progress } from 'antd';
import { useChecks, useUnregisteredCount } from '../../api/queries.ts';
import { type SelectionSummary, useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { LEVEL_LABELS } from '../../ui/theme.ts';
import { HealthNote } from './health-note.tsx';

export function BottomBar() {
  const { nav, shown } = useSession();
  const page = useStore(nav, (state) => state.page);
  const { selection, shown: count, filtered } = useStore(shown, (state) => state);
  const counts = useChecks().data?.verdict.open;
  const unregistered = useUnregisteredCount();
  const isGrid = page === 'projects';
  return (
    <footer className="xj-bottom">
      <RunningTasks />
      <HealthNote />
      {isGrid && selection && <SelectionFigures selection={selection} />}
      <span className="xj-grow" />
      {isGrid && (
        <span data-testid="rows-shown">
          {filtered ? '筛选后 ' : ''}
          {count} 个项目
        </span>
      )}
      {unregistered !== null && unregistered > 0 && (
        <button
          type="button"
          className="xj-link"
          title="印发以后的改动，还没有登记理由和批复文号"
          data-testid="open-unregistered"
          onClick={() => nav.set({ page: 'history', historyPart: 'orders' })}
        >
          未登记的调整 {unregistered}
        </button>
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

function SelectionFigures({ selection }: { selection: SelectionSummary }) {
  const { filled, numbers, figures, note } = selection;
  return (
    <span className="xj-figures" data-testid="selection-summary">
      {figures && (
        <>
          <span>
            求和 <b>{figures.sum}</b> {figures.unit}
          </span>
          <span>平均 {figures.average}</span>
        </>
      )}
      <span>计数 {filled}</span>
      {numbers > 0 && <span>数值计数 {numbers}</span>}
      {figures && (
        <>
          <span>最大 {figures.most}</span>
          <span>最小 {figures.least}</span>
        </>
      )}
      {note !== '' && <i>（{note}）</i>}
    </span>
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
