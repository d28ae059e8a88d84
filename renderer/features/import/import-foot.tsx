// Under the preview, always in sight: what will happen, and the button that does it.
import { Button } from 'antd';
import { useMemo } from 'react';
import type { ImportPreview } from '#shared/import/preview.ts';
import type { ImportFlow } from './import-flow.ts';
import type { ImportState } from './import-state.ts';
import { openQuestions } from './questions.ts';
import { blockedBy, footSentence, skippedRows } from './row-list.ts';

interface Props {
  flow: ImportFlow;
  state: ImportState;
  preview: ImportPreview;
  readOnly: string | null;
}

export function ImportFoot({ flow, state, preview, readOnly }: Props) {
  const { choices } = state;
  const sentence = useMemo(() => footSentence(preview.rows, skippedRows(choices), preview), [preview, choices]);
  const blocked = blockedBy(preview, choices, readOnly);
  const hasQuestions = openQuestions(preview, choices).length > 0;
  return (
    <footer className="xj-imp-foot">
      <span className="xj-imp-sentence" data-testid="import-summary" aria-live="polite">
        {sentence}
      </span>
      {state.isAdjusting && (
        <span className="xj-faint" role="status">
          正在按新的选择重新读取…
        </span>
      )}
      <span className="xj-grow" />
      {blocked !== null && (
        <span className="xj-imp-blocked" data-testid="import-blocked">
          {blocked}
          {hasQuestions && state.tab !== 'questions' && (
            <button type="button" className="xj-link" onClick={() => flow.state.set({ tab: 'questions' })}>
              去回答
            </button>
          )}
        </span>
      )}
      <Button
        type="primary"
        disabled={blocked !== null}
        loading={state.stage === 'committing'}
        onClick={() => void flow.commit()}
        data-testid="import-commit"
      >
        {state.stage === 'committing' ? '正在导入' : '导入'}
      </Button>
    </footer>
  );
}
