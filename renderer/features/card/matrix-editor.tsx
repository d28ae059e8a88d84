// The matrix of a project: years down, fund sources across, with what was declared and what the cells add up to. Sums and
// differences follow while an amount is typed.
import { Button, Checkbox } from 'antd';
import { Fragment, useState } from 'react';
import type { ValueSource } from '#shared/contract/methods.ts';
import { isOutsideYear, type OutsideYear, yearLabel } from '#shared/domain/outside-years.ts';
import { type Project, splitCellKey } from '#shared/domain/project.ts';
import { proposeMatrix } from '#shared/domain/propose-matrix.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { type Fen, unitText } from '#shared/values/money.ts';
import { useDisplayUnit } from '../../api/display-unit.ts';
import { useSession } from '../../session.ts';
import { rejectedOf } from '../projects/edits.ts';
import { AmountInput } from './amount-input.tsx';
import { cellOf, type Draft, type Margin, matrixView, withDraft } from './matrix.ts';
import { originText } from './use-sources.ts';

export interface MatrixProps {
  project: Project;
  plan: PlanInfo;
  reference: ReferenceData;
  isLocked: boolean;
  origins: ReadonlyMap<string, ValueSource>;
}

export function MatrixEditor({ project, plan, reference, isLocked, origins }: MatrixProps) {
  const session = useSession();
  const { unit, text: amountText } = useDisplayUnit();
  const [followMargins, setFollow] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const saved = matrixView(project.amounts, plan, reference);
  const view = draft ? matrixView(withDraft(project.amounts, draft, followMargins, unit), plan, reference) : saved;

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
  const setCells = (cells: { year: number | OutsideYear; source: string; text: string }[]): void =>
    attempt(() => session.write('projects.setMatrix', { id: project.id, cells, followMargins, unit }));
  const declared = (column: string, label: string, shown: Margin, kept: Margin) => (
    <td className={shown.difference === null ? '' : 'is-off'}>
      <AmountInput
        label={label}
        unit={unit}
        fen={draft?.kind === 'margin' && draft.column === column ? kept.declared : shown.declared}
        origin={origins.has(column) ? originText(origins.get(column) as ValueSource) : undefined}
        isLocked={isLocked}
        draft={(text) => setDraft(text === null ? null : { kind: 'margin', column, text })}
        send={(text) =>
          attempt(() => session.write('projects.edit', { edits: [{ id: project.id, column, text }], unit }))
        }
      />
      {shown.difference !== null && <small>差 {amountText(shown.difference)}</small>}
    </td>
  );

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
        {saved.isDerived && <span className="xj-faint">明细由合计推算，改动任一格后即按明细保存。</span>}
        {saved.isOpen && <OpenNote project={project} isLocked={isLocked} fill={setCells} />}
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
            {view.years.map(({ year, margin }, row) => (
              <tr key={year}>
                <th>{yearLabel(year)}</th>
                {view.sources.map((source) => (
                  <td key={source.id}>
                    <AmountInput
                      label={`${yearLabel(year)}${source.name}`}
                      fen={cellOf(saved, year, source.id)}
                      unit={unit}
                      isFaint={saved.isDerived}
                      isLocked={isLocked}
                      draft={(text) => setDraft(text === null ? null : { kind: 'cell', year, source: source.id, text })}
                      send={(text) => setCells([{ year, source: source.id, text }])}
                    />
                  </td>
                ))}
                <td className="xj-figure">{sumText(margin, amountText)}</td>
                {declared(`year:${year}`, `${yearLabel(year)}申报数`, margin, saved.years[row]?.margin ?? margin)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th>明细合计</th>
              {view.sources.map((source) => (
                <td key={source.id} className="xj-figure">
                  {sumText(source.margin, amountText)}
                </td>
              ))}
              <td className="xj-figure">{amountText(view.total.sum)}</td>
              <td />
            </tr>
            <tr>
              <th>申报数</th>
              {view.sources.map((source, column) => (
                <Fragment key={source.id}>
                  {declared(
                    `source:${source.id}`,
                    `${source.name}申报数`,
                    source.margin,
                    saved.sources[column]?.margin ?? source.margin,
                  )}
                </Fragment>
              ))}
              <td className="xj-faint">总投资</td>
              {declared('total', '总投资', view.total, saved.total)}
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}

/** A sum; blank where there is nothing to add and nothing was declared. */
function sumText({ sum, declared }: Margin, amountText: (fen: Fen) => string): string {
  return sum === 0 && declared === null ? '' : amountText(sum);
}

/** 未分解, and the proposal that would end it. */
function OpenNote(props: {
  project: Project;
  isLocked: boolean;
  fill: (cells: { year: number | OutsideYear; source: string; text: string }[]) => void;
}) {
  const { project, isLocked, fill } = props;
  const { unit } = useDisplayUnit();
  const proposal = proposeMatrix(project.amounts);
  return (
    <>
      <span className="xj-matrix-open">未分解：合计不足以推算各年各来源，请逐格填写。</span>
      {proposal && !isLocked && (
        <Button
          size="small"
          title={
            proposal.how === 'equal'
              ? '金额相等的年度和来源一一对应；填入后请核对，可以撤销'
              : '各年按资金来源的比例分摊，行列合计不变；填入后请核对，可以撤销'
          }
          onClick={() =>
            fill(
              Object.entries(proposal.cells).map(([key, fen]) => {
                const { year, source } = splitCellKey(key);
                return { year: isOutsideYear(year) ? year : Number(year), source, text: unitText(fen, unit) };
              }),
            )
          }
          data-testid="fill-proposal"
        >
          {proposal.how === 'equal' ? '按相等的金额填入' : '按比例试填'}
        </Button>
      )}
    </>
  );
}
