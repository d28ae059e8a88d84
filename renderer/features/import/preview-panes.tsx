// The views of a preview: what must be confirmed, columns, rows, likely duplicates, problems.
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { ImportPreview } from '#shared/import/preview.ts';
import { ColumnTable } from './column-table.tsx';
import { CountyPane } from './county-pane.tsx';
import { DuplicatesPane, useImportDuplicates } from './duplicates-pane.tsx';
import type { ImportFlow } from './import-flow.ts';
import type { ImportState, ImportTab } from './import-state.ts';
import { countLevels } from './problem-list.ts';
import { ProblemTable } from './problem-table.tsx';
import { QuestionList } from './question-list.tsx';
import { openQuestions } from './questions.ts';
import { RowPane } from './row-pane.tsx';

export interface PaneProps {
  flow: ImportFlow;
  state: ImportState;
  preview: ImportPreview;
  about: { plan: PlanInfo; reference: ReferenceData };
}

export function PreviewPanes(props: PaneProps) {
  const { flow, state, preview } = props;
  const open = openQuestions(preview, state.choices).length;
  const levels = countLevels(preview.problems);
  const duplicates = useImportDuplicates(props).data?.pairs.length ?? 0;
  const label = (text: string, count: number, tone: string): ReactNode => (
    <span>
      {text}
      {count > 0 && <em className={`xj-imp-count is-${tone}`}>{count}</em>}
    </span>
  );
  return (
    <div className="xj-imp-panes">
      <Tabs
        size="small"
        activeKey={state.tab}
        onChange={(key) => flow.state.set({ tab: key as ImportTab })}
        items={[
          { key: 'questions', label: label('需要确认', open, 'error') },
          ...(preview.counties.length > 0
            ? [{ key: 'counties', label: label('各县', preview.counties.length, 'plain') }]
            : []),
          { key: 'columns', label: label('列对应', 0, '') },
          { key: 'rows', label: label('逐行核对', preview.rows.length, 'plain') },
          { key: 'duplicates', label: label('疑似重复', duplicates, 'warning') },
          {
            key: 'problems',
            label: label('问题清单', preview.problems.length, levels.error > 0 ? 'error' : 'plain'),
          },
        ]}
      />
      {state.tab === 'questions' && <QuestionList {...props} />}
      {state.tab === 'counties' && <CountyPane {...props} />}
      {state.tab === 'columns' && <ColumnTable {...props} />}
      {state.tab === 'rows' &&
        (preview.rows.length > 0 ? (
          <RowPane {...props} />
        ) : (
          <p className="xj-imp-none">
            这些表里没有项目。汇总表的数字导入后留作核对，在“勾稽审核”中与项目表对照；其他表只留来源，不改项目。
          </p>
        ))}
      {state.tab === 'duplicates' && <DuplicatesPane {...props} />}
      {state.tab === 'problems' && <ProblemTable {...props} />}
    </div>
  );
}
