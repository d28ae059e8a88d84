// 文稿核对: the document on the left, what was found on the right.
import { Alert, Button, Spin } from 'antd';
import { useEffect } from 'react';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { useWriter } from '../output/use-writer.ts';
import { WrittenNote } from '../output/written-note.tsx';
import { DraftPane } from './draft-pane.tsx';
import { FindingPane } from './finding-pane.tsx';
import { ProofBar } from './proof-bar.tsx';
import { type ProofFlow, proofFlow } from './proof-flow.ts';
import { ProofStart } from './proof-start.tsx';
import './proof.css';

export function ProofPane() {
  const session = useSession();
  const flow = proofFlow(session);
  const state = useStore(flow.state, (all) => all);
  const writer = useWriter();
  const dropped = useStore(session.nav, (nav) => nav.droppedDraft);
  useStepKeys(flow);
  useEffect(() => {
    if (!dropped) return;
    session.nav.set({ droppedDraft: null });
    void flow.drop(dropped);
  }, [dropped, flow, session]);
  const { view, stage } = state;
  if (stage === 'reading')
    return (
      <div className="xj-page-spin" data-testid="proof-reading">
        <Spin description={`正在读“${state.reading}”并核对`} />
        <Button size="small" onClick={() => flow.leave()}>
          取消
        </Button>
      </div>
    );
  if (!view) return <ProofStart flow={flow} state={state} />;
  return (
    <div className="xj-proof" data-testid="proof">
      <ProofBar flow={flow} view={view} writer={writer} />
      <WrittenNote writer={writer} />
      {view.draft.remarks.length > 0 && (
        <Alert
          type="info"
          showIcon
          closable
          className="xj-proof-remarks"
          data-testid="proof-remarks"
          title={view.draft.remarks.join('')}
        />
      )}
      <div className="xj-proof-room">
        <DraftPane view={view} state={state} />
        <FindingPane flow={flow} view={view} state={state} />
      </div>
    </div>
  );
}

/** F8 and Shift+F8 go through the findings while they are in sight, instead of those of 勾稽审核. */
function useStepKeys(flow: ProofFlow): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
      if (flow.state.get().stage !== 'shown') return;
      event.preventDefault();
      flow.step(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [flow]);
}
