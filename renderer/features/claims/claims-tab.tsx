// 声明数: every figure that somebody wrote down — imported subtotals, printed tables, figures typed by hand — beside our
// own, by source.

import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Empty, Select, Spin } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TypedClaim } from '#shared/checks/typed-claims.ts';
import { KEYS, useWorkbook } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { useStore } from '../../ui/store.ts';
import { WindowedList, type WindowedListHandle } from '../../ui/windowed-list.tsx';
import { ClaimForm } from './claim-form.tsx';
import { ClaimGroupLine, ClaimHead, ClaimLineView } from './claim-line.tsx';
import { type ClaimFilter, claimRows, findTarget, VERDICT_LABELS, verdictCounts } from './claim-rows.ts';
import { useClaimActions } from './use-claim-actions.ts';
import './claims.css';

const ROW_HEIGHT = 30;

const FILTERS: readonly { value: ClaimFilter; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'differing', label: '只看不符的' },
  { value: 'different', label: VERDICT_LABELS.different },
  { value: 'rounding', label: VERDICT_LABELS.rounding },
  { value: 'equal', label: VERDICT_LABELS.equal },
  { value: 'unknown', label: VERDICT_LABELS.unknown },
];

/** What the form is open for: a new figure, or one to be changed. */
type Editing = { id: string | null; claim: TypedClaim | null };

export function ClaimsTab() {
  const { nav, findingView, call } = useSession();
  const published = useStore(findingView, (state) => state.published);
  const target = useStore(nav, (state) => state.claimTarget);
  const isLocked = useWorkbook()?.readOnly != null;
  const [filter, setFilter] = useState<ClaimFilter>('all');
  const [editing, setEditing] = useState<Editing | null>(null);
  const list = useRef<WindowedListHandle>(null);
  const actions = useClaimActions();
  const query = useQuery({
    queryKey: [...KEYS.claims, published],
    queryFn: () => call('claims.list', { published }),
    placeholderData: (before) => before,
  });
  const groups = query.data?.groups;
  const rows = useMemo(() => claimRows(groups ?? [], filter), [groups, filter]);
  const aim = useMemo(() => (target ? findTarget(rows, target) : -1), [rows, target]);
  useEffect(() => {
    if (aim >= 0) list.current?.reveal(aim);
  }, [aim]);
  if (query.error) return <Alert type="error" showIcon title="声明数没有读出来" description={errorText(query.error)} />;
  if (!groups) return <Spin className="xj-page-spin" description="正在核对声明数" />;
  return (
    <div className="xj-checks" data-testid="claims">
      <div className="xj-bar">
        <Select
          value={filter}
          options={[...FILTERS]}
          style={{ width: 120 }}
          aria-label="按结论筛选"
          data-testid="claim-filter"
          onChange={setFilter}
        />
        <Checkbox checked={published} onChange={(event) => findingView.set({ published: event.target.checked })}>
          与印发稿核对
        </Checkbox>
        <span className="xj-faint" data-testid="claim-counts">
          {verdictCounts(groups.flatMap(({ lines }) => lines))}
        </span>
        <span className="xj-grow" />
        <Button size="small" disabled={isLocked} onClick={() => void actions.keepPrinted()} data-testid="keep-printed">
          装入印发表…
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={isLocked}
          onClick={() => setEditing({ id: null, claim: null })}
          data-testid="new-claim"
        >
          录入声明数…
        </Button>
      </div>
      {rows.length === 0 ? (
        <Empty
          className="xj-empty"
          description={
            groups.length === 0
              ? '还没有声明数。导入的表里的小计、合计会列在这里；已印发、已上报的数可以录入或装入，随时与项目汇总数核对。'
              : '没有符合条件的声明数，请放宽条件。'
          }
        />
      ) : (
        <>
          <ClaimHead />
          <div className="xj-claim-list">
            <WindowedList
              handle={list}
              label="声明数"
              count={rows.length}
              rowHeight={ROW_HEIGHT}
              renderRow={(index) => {
                const row = rows[index];
                if (!row) return null;
                const { group } = row;
                if (row.kind === 'group') {
                  return (
                    <ClaimGroupLine
                      key={group.key}
                      group={group}
                      isLocked={isLocked}
                      onRemove={() => void actions.removeGroup(group)}
                    />
                  );
                }
                const { line } = row;
                return (
                  <ClaimLineView
                    key={`${group.key}|${index}`}
                    line={line}
                    isAim={index === aim}
                    isLocked={isLocked}
                    onEdit={line.typed ? () => setEditing({ id: line.claimId, claim: line.typed ?? null }) : null}
                    onRemove={line.typed ? () => void actions.remove([line.claimId]) : null}
                  />
                );
              }}
            />
          </div>
        </>
      )}
      {editing && <ClaimForm id={editing.id} claim={editing.claim} close={() => setEditing(null)} />}
    </div>
  );
}
