// 批量分解: a proposal for every project that is not broken down, with its figures before and after; the ticked ones are
// taken as one undo step.
import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Empty, Modal, Segmented, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { NAMELESS } from '#shared/domain/project.ts';
import {
  BREAKDOWN_WORDS,
  type BreakdownMethod,
  type BreakdownProposal,
  type BreakdownSkip,
} from '#shared/tables/break-down.ts';
import { useDisplayUnit } from '../../api/display-unit.ts';
import { KEYS, useReference, useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { useStore } from '../../ui/store.ts';
import { WindowedList } from '../../ui/windowed-list.tsx';
import { filledWords, statedWords } from './breakdown-words.ts';
import './breakdown.css';

export function BreakdownDialog() {
  const isOpen = useStore(useSession().nav, (state) => state.dialog === 'breakdown');
  return isOpen ? <OpenDialog /> : null;
}

const METHOD_HELP: Readonly<Record<BreakdownMethod, string>> = {
  equal: '没有分年度的，在建设年限内各年均分；没有填资金来源的仍不分来源。',
  proportional: '没有分年度、没有分来源的，按同类（没有时按全部）已分解项目的比例。',
};

function OpenDialog() {
  const session = useSession();
  const isLocked = useWorkbook()?.readOnly != null;
  const [method, setMethod] = useState<BreakdownMethod>('equal');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const query = useQuery({
    queryKey: [...KEYS.checks, 'breakdown', method],
    queryFn: () => session.call('projects.proposeBreakdown', { method }),
  });
  const proposals = query.data?.proposals ?? [];
  const chosen = proposals.filter(({ id }) => !left.has(id));
  const close = (): void => session.nav.set({ dialog: null });
  const choose = (ids: readonly string[], isChosen: boolean): void =>
    setLeft((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isChosen) next.delete(id);
        else next.add(id);
      }
      return next;
    });
  const take = async (): Promise<void> => {
    close();
    const ids = chosen.map(({ id }) => id);
    const done = await session.attempt('正在分解', () => session.write('projects.breakDown', { method, ids }));
    if (!done) return;
    session.messenger.current.success(`已分解 ${done.changed} 个项目。`, {
      label: '撤销',
      run: () => void session.attempt('正在撤销', () => session.write('history.undo', {})),
    });
  };
  return (
    <Modal
      open
      title="批量分解到年度和资金来源"
      width={980}
      data-testid="breakdown"
      onCancel={close}
      cancelText="取消"
      okText={`分解选中的 ${chosen.length} 个项目`}
      okButtonProps={{ disabled: chosen.length === 0 || isLocked, 'data-testid': 'breakdown-take' }}
      onOk={() => void take()}
    >
      <div className="xj-bar">
        <Segmented<BreakdownMethod>
          options={Object.entries(BREAKDOWN_WORDS).map(([value, label]) => ({
            value: value as BreakdownMethod,
            label,
          }))}
          value={method}
          onChange={setMethod}
          data-testid="breakdown-method"
        />
        <span className="xj-faint">{METHOD_HELP[method]}</span>
      </div>
      <p className="xj-faint">
        已填的总投资、分年度和资金来源都不改，只补空着的；各部分相加正好等于总投资。整批是一步，可以撤销。试填的数请核对。
      </p>
      {query.error ? (
        <Alert type="error" showIcon title="没有算出来" description={errorText(query.error)} />
      ) : query.data ? (
        <ProposalList proposals={proposals} skipped={query.data.skipped} left={left} choose={choose} />
      ) : (
        <Spin />
      )}
    </Modal>
  );
}

function ProposalList(props: {
  proposals: readonly BreakdownProposal[];
  skipped: readonly BreakdownSkip[];
  left: ReadonlySet<string>;
  choose: (ids: readonly string[], isChosen: boolean) => void;
}) {
  const { proposals, skipped, left, choose } = props;
  const taken = proposals.filter(({ id }) => !left.has(id)).length;
  if (proposals.length + skipped.length === 0) return <Empty description="所有项目都已分解到年度和资金来源" />;
  return (
    <>
      <div className="xj-bar">
        <Checkbox
          checked={proposals.length > 0 && taken === proposals.length}
          indeterminate={taken > 0 && taken < proposals.length}
          disabled={proposals.length === 0}
          onChange={(event) =>
            choose(
              proposals.map(({ id }) => id),
              event.target.checked,
            )
          }
        >
          可以分解的 {proposals.length} 个项目
        </Checkbox>
        {skipped.length > 0 && <span className="xj-faint">跳过 {skipped.length} 个，原因列在最后</span>}
      </div>
      <div className="xj-breakdown-list">
        <WindowedList
          label="批量分解"
          count={proposals.length + skipped.length}
          rowHeight={70}
          renderRow={(index) => {
            const proposal = proposals[index];
            if (proposal)
              return (
                <ProposalLine
                  key={proposal.id}
                  proposal={proposal}
                  isChosen={!left.has(proposal.id)}
                  onChoose={(isChosen) => choose([proposal.id], isChosen)}
                />
              );
            const skip = skipped[index - proposals.length];
            return skip ? <SkipLine key={skip.id} skip={skip} /> : null;
          }}
        />
      </div>
    </>
  );
}

function ProposalLine(props: {
  proposal: BreakdownProposal;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}) {
  const { proposal, isChosen, onChoose } = props;
  const { name, how, before, after } = proposal;
  const { unit, text } = useDisplayUnit();
  const sources = useReference().data?.reference.fundSources;
  const words = useMemo(() => {
    const names = new Map((sources ?? []).map((source) => [source.id, source.name]));
    return { source: (id: string) => names.get(id) ?? id, order: [...names.keys()], amount: text };
  }, [sources, text]);
  const [was, becomes] = [statedWords(before, words), filledWords(before, after, words)];
  return (
    <div className="xj-breakdown-line" data-testid="breakdown-line">
      <Checkbox checked={isChosen} aria-label={`分解${name}`} onChange={(event) => onChoose(event.target.checked)} />
      <div>
        <div>
          <b>{name || NAMELESS}</b>
          {before.total === null ? '' : `　总投资 ${text(before.total)} ${unit}`}
          <span className="xj-faint">　{how}</span>
        </div>
        <div title={was}>原：{was}</div>
        <div title={becomes}>
          填：<ins>{becomes}</ins>
        </div>
      </div>
    </div>
  );
}

/** A project that is left out, with the way to it. */
function SkipLine({ skip }: { skip: BreakdownSkip }) {
  const { nav } = useSession();
  return (
    <button
      type="button"
      className="xj-breakdown-line is-skip"
      data-testid="breakdown-skip"
      title="定位到这个项目"
      onClick={() =>
        nav.set({ dialog: null, page: 'projects', target: { rowId: skip.id, columnKey: 'total', at: Date.now() } })
      }
    >
      <span />
      <div>
        <div>
          <b>{skip.name || NAMELESS}</b>
        </div>
        <div>跳过：{skip.reason}</div>
      </div>
    </button>
  );
}
