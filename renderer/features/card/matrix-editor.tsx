// The matrix of a project: years down, fund sources across, with what was declared and what the cells add up to.
import { Checkbox } from 'antd';
import { useState } from 'react';
import { type Fen, formatWanFull, wanText } from '#shared/domain/money.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { useSession } from '../../session.ts';
import { rejectedOf } from '../projects/edits.ts';
import { cellOf, type Margin, matrixView } from './matrix.ts';

export interface MatrixProps {
  project: Project;
  plan: PlanInfo;
  reference: ReferenceData;
  isLocked: boolean;
}

export function MatrixEditor({ project, plan, reference, isLocked }: MatrixProps) {
  const session = useSession();
  const [followMargins, setFollow] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const view = matrixView(project.amounts, plan, reference);

  const attempt = (action: () => Promise<unknown>): void => {
    void session.attempt('正在保存', async () => {
      try {
        await action();
        setProblem(null);
      } catch (thrown) {
        const message = rejectedOf(thrown)?.[0]?.message;
        if (message === undefined) throw thrown;
        setProblem(`${message}（原值已保留）`);
      }
    });
  };
  const setCell = (year: number, source: string, text: string): void =>
    attempt(() =>
      session.write('projects.setMatrix', { id: project.id, cells: [{ year, source, text }], followMargins }),
    );
  const setMargin = (column: string, text: string): void =>
    attempt(() => session.write('projects.edit', { edits: [{ id: project.id, column, text }] }));

  return (
    <div className="xj-matrix-box">
      <div className="xj-matrix-bar">
        <Checkbox
          checked={followMargins}
          disabled={isLocked}
          onChange={(event) => setFollow(event.target.checked)}
          data-testid="follow-margins"
        >
          合计随明细：改明细时，总投资、分年度和资金来源的合计跟着变
        </Checkbox>
        {view.isDerived && <span className="xj-faint">明细由合计推算，改动任一格后即按明细保存。</span>}
        {view.isOpen && <span className="xj-matrix-open">未分解：合计不足以推算各年各来源，请逐格填写。</span>}
      </div>
      {problem && (
        <div role="alert" className="xj-field-error">
          {problem}
        </div>
      )}
      <div className="xj-matrix-scroll">
        <table className="xj-matrix" data-testid="matrix">
          <thead>
            <tr>
              <th>年度</th>
              {view.sources.map((source) => (
                <th key={source.id}>{source.name}</th>
              ))}
              <th>明细合计</th>
              <th>申报数</th>
            </tr>
          </thead>
          <tbody>
            {view.years.map(({ year, margin }) => (
              <tr key={year}>
                <th>{year}年</th>
                {view.sources.map((source) => (
                  <td key={source.id}>
                    <AmountInput
                      label={`${year}年${source.name}`}
                      fen={cellOf(view, year, source.id)}
                      isFaint={view.isDerived}
                      isLocked={isLocked}
                      send={(text) => setCell(year, source.id, text)}
                    />
                  </td>
                ))}
                <td className="xj-figure">{sumText(margin)}</td>
                <DeclaredCell
                  label={`${year}年申报数`}
                  margin={margin}
                  isLocked={isLocked}
                  send={(text) => setMargin(`year:${year}`, text)}
                />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th>明细合计</th>
              {view.sources.map((source) => (
                <td key={source.id} className="xj-figure">
                  {sumText(source.margin)}
                </td>
              ))}
              <td className="xj-figure">{formatWanFull(view.total.sum)}</td>
              <td />
            </tr>
            <tr>
              <th>申报数</th>
              {view.sources.map((source) => (
                <DeclaredCell
                  key={source.id}
                  label={`${source.name}申报数`}
                  margin={source.margin}
                  isLocked={isLocked}
                  send={(text) => setMargin(`source:${source.id}`, text)}
                />
              ))}
              <td className="xj-faint">总投资</td>
              <DeclaredCell
                label="总投资"
                margin={view.total}
                isLocked={isLocked}
                send={(text) => setMargin('total', text)}
              />
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}

/** A sum; blank where there is nothing to add and nothing was declared. */
function sumText({ sum, declared }: Margin): string {
  return sum === 0 && declared === null ? '' : formatWanFull(sum);
}

function DeclaredCell(props: { label: string; margin: Margin; isLocked: boolean; send: (text: string) => void }) {
  const { label, margin, isLocked, send } = props;
  return (
    <td className={margin.difference === null ? '' : 'is-off'}>
      <AmountInput label={label} fen={margin.declared} isFaint={false} isLocked={isLocked} send={send} />
      {margin.difference !== null && <small>差 {formatWanFull(margin.difference)}</small>}
    </td>
  );
}

/** An amount that shows its separators until it is edited. */
function AmountInput(props: {
  label: string;
  fen: Fen | null;
  isFaint: boolean;
  isLocked: boolean;
  send: (text: string) => void;
}) {
  const { label, fen, isFaint, isLocked, send } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const saved = fen === null ? '' : wanText(fen);
  const shown = typed ?? (fen === null ? '' : formatWanFull(fen));
  const leave = (): void => {
    if (typed !== null && typed.trim() !== saved) send(typed);
    setTyped(null);
  };
  return (
    <input
      className={isFaint ? 'is-faint' : ''}
      aria-label={label}
      data-testid={`amount-${label}`}
      value={shown}
      disabled={isLocked}
      onFocus={(event) => {
        setTyped(saved);
        const field = event.currentTarget;
        requestAnimationFrame(() => field.select());
      }}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape' && typed !== null && typed !== saved) {
          event.stopPropagation();
          setTyped(saved);
        }
      }}
    />
  );
}
