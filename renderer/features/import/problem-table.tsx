// The problem list: where, what stands there, what is wrong, what would be taken; and the way to send it back.
import { ExportOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented } from 'antd';
import { useState } from 'react';
import { columnsOf } from '#shared/domain/fields.ts';
import type { ImportProblem, ProblemLevel } from '#shared/import/preview.ts';
import { useSession } from '../../session.ts';
import { useWriter } from '../output/use-writer.ts';
import { WrittenNote } from '../output/written-note.tsx';
import { acceptProposals, countAccepted, isAccepted, openProposals, rejectProposals } from './accepted.ts';
import { fieldLabel } from './column-options.ts';
import type { PaneProps } from './preview-panes.tsx';
import { countLevels, LEVEL_NAMES, LEVELS, sortProblems } from './problem-list.ts';

const PART = 300;
const MARK_TITLE = '把读不出的格和审核出的问题（合计不符、缺名称、重复等）标在对方的表里，另存一份退回';

export function ProblemTable({ flow, state, preview, about }: PaneProps) {
  const { choices } = state;
  const session = useSession();
  const [level, setLevel] = useState<ProblemLevel | 'all'>('all');
  const [shown, setShown] = useState(PART);
  const counts = countLevels(preview.problems);
  const problems = sortProblems(preview.problems, level === 'all' ? null : level);
  const proposals = openProposals(preview.problems, choices);
  const taken = countAccepted(choices);
  const unreadable = new Set(preview.unreadable.map(({ file }) => file));
  const files = state.files.map((name, index) => ({ name, index })).filter(({ name }) => !unreadable.has(name));

  // A note in the page: a message in the corner would cover the button 导入.
  const writer = useWriter();
  const exportMarked = (fileIndex: number, name: string): Promise<void> =>
    writer.run({
      what: '标注过的表',
      kind: 'xlsx',
      fileName: `${name.replace(/\.[^.]+$/, '')}（问题标注）.xlsx`,
      doing: '正在标注原表',
      write: (token) => session.call('import.markProblems', { previewId: preview.previewId, fileIndex, token }),
    });

  const isRead = preview.problems.length === 0 && taken === 0;
  const [only] = files;
  const fileOf = (table: number | undefined): string | undefined =>
    table === undefined ? undefined : preview.tables[table]?.file;
  return (
    <div className="xj-imp-scroll" data-testid="import-problems">
      <WrittenNote writer={writer} />
      <div className="xj-imp-tools">
        <Segmented
          hidden={isRead}
          size="small"
          value={level}
          onChange={(value) => {
            setLevel(value);
            setShown(PART);
          }}
          options={[
            { value: 'all' as const, label: `全部 ${preview.problems.length}` },
            ...LEVELS.map((value) => ({ value, label: `${LEVEL_NAMES[value]} ${counts[value]}` })),
          ]}
        />
        {proposals.length > 0 && (
          <Button
            size="small"
            data-testid="import-accept-all"
            onClick={() => flow.change((before) => acceptProposals(before, proposals))}
          >
            采用全部 {proposals.length} 条建议
          </Button>
        )}
        {taken > 0 && (
          <span>
            已采用 {taken} 条建议{' '}
            <button type="button" className="xj-link" onClick={() => flow.change(rejectProposals)}>
              撤回
            </button>
          </span>
        )}
        {isRead && <span className="xj-faint">每一格都读出来了。</span>}
        <span className="xj-grow" />
        {files.length === 1 && only ? (
          <Button
            size="small"
            icon={<ExportOutlined />}
            data-testid="import-mark"
            title={MARK_TITLE}
            onClick={() => void exportMarked(only.index, only.name)}
          >
            标注并退回…
          </Button>
        ) : (
          <Dropdown
            menu={{
              items: files.map(({ name, index }) => ({ key: index, label: name })),
              onClick: ({ key }) => void exportMarked(Number(key), state.files[Number(key)] ?? ''),
            }}
          >
            <Button size="small" icon={<ExportOutlined />} data-testid="import-mark" title={MARK_TITLE}>
              标注并退回…
            </Button>
          </Dropdown>
        )}
      </div>
      <table className="xj-imp-table xj-imp-problems" hidden={isRead}>
        <thead>
          <tr>
            <th className="is-level">级别</th>
            <th className="is-where">工作表 单元格</th>
            <th className="is-raw">原文</th>
            <th>问题</th>
            <th className="is-proposal">读作、建议</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, shown).map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
            <tr key={index}>
              <td>
                <span className={`xj-imp-level is-${problem.level}`}>{LEVEL_NAMES[problem.level]}</span>
              </td>
              <td className="is-where">
                {problem.sheet} <b>{problem.cell}</b>
                {files.length > 1 && fileOf(problem.table) !== undefined && (
                  <div className="xj-faint">{fileOf(problem.table)}</div>
                )}
              </td>
              <td className="is-raw">{problem.raw}</td>
              <td>{problem.message}</td>
              <td>
                {proposalText(problem, about)}{' '}
                {problem.accept !== undefined &&
                  (isAccepted(problem, choices) ? (
                    <span className="xj-faint">已采用</span>
                  ) : (
                    <button
                      type="button"
                      className="xj-link"
                      onClick={() => flow.change((before) => acceptProposals(before, [problem]))}
                    >
                      采用
                    </button>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > shown && (
        <p>
          <Button size="small" onClick={() => setShown(shown + PART)}>
            再显示 {Math.min(PART, problems.length - shown)} 条（共 {problems.length} 条）
          </Button>
        </p>
      )}
    </div>
  );
}

/** A proposal in words: for a column the reader names the field by its key. */
function proposalText({ code, proposal }: ImportProblem, { plan, reference }: PaneProps['about']): string {
  if (code !== 'header-uncertain' || proposal === '') return proposal;
  return fieldLabel(proposal, columnsOf(plan, reference), reference);
}
