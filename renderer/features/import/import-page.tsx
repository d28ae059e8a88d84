// 导入: choose sheets, see what was understood, put it right, look at every row, take it in as one undo step.
import { Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useReference, useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { DonePane } from './done-pane.tsx';
import { ImportBar } from './import-bar.tsx';
import { type ImportFlow, importFlow } from './import-flow.ts';
import { ImportFoot } from './import-foot.tsx';
import { ImportMessages } from './import-messages.tsx';
import { PreviewPanes } from './preview-panes.tsx';
import { StartPane } from './start-pane.tsx';
import { TableList } from './table-list.tsx';
import './import.css';

export function ImportPage() {
  const session = useSession();
  const flow = importFlow(session);
  const state = useStore(flow.state, (whole) => whole);
  const dropped = useStore(session.nav, (nav) => nav.dropped);
  const readOnly = useWorkbook()?.readOnly ?? null;
  const about = useReference().data;

  useEffect(() => {
    if (dropped.length === 0) return;
    session.nav.set({ dropped: [] });
    void flow.drop(dropped);
  }, [dropped, session, flow]);

  const preview = state.stage === 'preview' || state.stage === 'committing' ? state.preview : null;
  return (
    <div className="xj-import" data-testid="page-import" data-stage={state.stage}>
      {preview && about && <ImportBar flow={flow} state={state} about={about} />}
      <ImportMessages flow={flow} state={state} />
      {state.stage === 'start' && <StartPane flow={flow} readOnly={readOnly} />}
      {state.stage === 'reading' && <ReadingPane flow={flow} files={state.files} />}
      {state.stage === 'done' && state.done && <DonePane flow={flow} done={state.done} />}
      {preview && about && (
        <>
          <div className="xj-imp-body">
            <TableList flow={flow} state={state} preview={preview} />
            <PreviewPanes flow={flow} state={state} preview={preview} about={about} />
          </div>
          <ImportFoot flow={flow} state={state} preview={preview} readOnly={readOnly} />
        </>
      )}
    </div>
  );
}

function ReadingPane({ flow, files }: { flow: ImportFlow; files: readonly string[] }) {
  const { activity } = useSession();
  const task = useStore(
    activity,
    ({ tasks }) => Object.entries(tasks).find(([key]) => key.startsWith('app:import'))?.[1] ?? null,
  );
  const percent = task && task.total > 0 ? Math.round((task.done / task.total) * 100) : null;
  return (
    <div className="xj-imp-wait" role="status" data-testid="import-reading">
      <p>{task?.text ?? '正在读取表格'}</p>
      <Progress percent={percent ?? 100} showInfo={percent !== null} status="active" />
      <p className="xj-faint">{files.join('、')}</p>
      <Button onClick={() => flow.cancel()} data-testid="import-cancel">
        取消
      </Button>
    </div>
  );
}
