// What was found, on the right: filters, lines in the order of the draft, and all about the one that is looked at.
import { Segmented, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import type { ProofView } from '#shared/contract/methods/proof.ts';
import { PROOF_LEVELS } from '#shared/proof/proof-list.ts';
import type { ToldFinding } from '#shared/proof/proof-report.ts';
import type { ProofFlow } from './proof-flow.ts';
import { listItems, type ProofFilter, type ProofItem, type ProofState } from './proof-state.ts';

const COLORS = { error: 'error', doubt: 'warning' } as const;

export function FindingPane({ flow, view, state }: { flow: ProofFlow; view: ProofView; state: ProofState }) {
  const { findings, unlocated } = view.report;
  const errors = findings.filter(({ level }) => level === 'error').length;
  const filters: { value: ProofFilter; label: string }[] = [
    { value: 'all', label: `全部 ${findings.length}` },
    { value: 'error', label: `错误 ${errors}` },
    { value: 'doubt', label: `存疑 ${findings.length - errors}` },
    { value: 'unlocated', label: `未核对 ${unlocated.length}` },
  ];
  const items = listItems(view, state.filter);
  return (
    <section className="xj-proof-findings" aria-label="核对结果">
      <div className="xj-proof-filter">
        <Segmented
          size="small"
          data-testid="proof-filter"
          value={state.filter}
          options={filters}
          onChange={(filter) => flow.show(filter)}
        />
        <span className="xj-faint">F8 下一处</span>
      </div>
      {items.length === 0 && <p className="xj-faint">{emptyWords(view, state.filter)}</p>}
      <ol className="xj-proof-list">
        {items.map((item, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a proof never changes
            key={index}
            item={item}
            isCurrent={index === state.current}
            look={() => flow.look(index)}
            flow={flow}
          />
        ))}
      </ol>
    </section>
  );
}

function emptyWords({ report }: ProofView, filter: ProofFilter): string {
  if (filter === 'unlocated') return '每个数都核对到了。';
  if (filter !== 'all' && report.findings.length > 0) return '没有这一类。';
  return report.figures.checked === 0
    ? '文稿里没有能互相核对的数，请人工核对。'
    : `核对了 ${report.figures.checked} 个数，没有发现不符的地方。`;
}

interface LineProps {
  item: ProofItem;
  isCurrent: boolean;
  look: () => void;
  flow: ProofFlow;
}

function Line({ item, isCurrent, look, flow }: LineProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={line} className={isCurrent ? 'is-current' : ''} data-testid="proof-line">
      <button type="button" onClick={look} aria-current={isCurrent}>
        {item.kind === 'finding' ? (
          <FindingWords finding={item.finding} />
        ) : (
          <>
            <span className="xj-faint">{item.figure.words}</span>
            <b>{item.figure.raw}</b>
          </>
        )}
      </button>
      {item.kind === 'finding' && isCurrent && <Sources finding={item.finding} flow={flow} />}
    </li>
  );
}

function FindingWords({ finding }: { finding: ToldFinding }) {
  const { level, place, message, raw, expected, difference, cause } = finding;
  return (
    <>
      <span className="xj-faint">
        <Tag color={COLORS[level]}>{PROOF_LEVELS[level]}</Tag>
        {place.words}
      </span>
      <span>{message}</span>
      {expected !== null && (
        <span className="xj-proof-figures">
          <span>
            原文 <b>{raw}</b>
          </span>
          <span>
            应为 <b>{expected}</b>
          </span>
          {difference !== null && (
            <span>
              差额 <b className="is-wrong">{difference}</b>
            </span>
          )}
        </span>
      )}
      {cause !== null && <span className="xj-proof-cause">可能原因：{cause}</span>}
    </>
  );
}

function Sources({ finding, flow }: { finding: ToldFinding; flow: ProofFlow }) {
  if (finding.sources.length === 0) return null;
  return (
    <p className="xj-proof-sources">
      对照：
      {finding.sources.map((words, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of a finding never change
          key={at}
          type="button"
          className="xj-link"
          data-testid="proof-source"
          onClick={() => {
            const place = finding.against[at];
            if (place) flow.goTo(place);
          }}
        >
          {words}
        </button>
      ))}
    </p>
  );
}
