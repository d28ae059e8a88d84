// 资产台账: the register with its ways in and out, and what to do while it is empty.
import { Button, Empty, Input, Spin } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { FileRef } from '#shared/contract/methods.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { useAssets, useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { today } from '../funds/today.ts';
import { AssetDialog } from './asset-dialog.tsx';
import { AssetFilters } from './asset-filters.tsx';
import { AssetGrid } from './asset-grid.tsx';
import { ALL_ASSETS, filterAssets } from './asset-view.ts';
import { DisposeDialog } from './dispose-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { AssetReports } from './report-choice.tsx';
import { SumsLine } from './sums-line.tsx';
import '../funds/funds.css';
import './assets.css';

type Open =
  | { what: 'import'; file: FileRef }
  | { what: 'edit'; asset: Asset | null }
  | { what: 'dispose'; asset: Asset }
  | { what: 'propose' };

export function AssetsPage() {
  const session = useSession();
  const isLocked = lockedText(useWorkbook()) !== null;
  const [asOf, setAsOf] = useState(today);
  const [filter, setFilter] = useState(ALL_ASSETS);
  const [selected, setSelected] = useState<string[]>([]);
  const [open, setOpen] = useState<Open | null>(null);
  const view = useAssets(asOf).data;
  const target = useStore(session.nav, ({ assetTarget }) => assetTarget);
  const rows = view?.rows;
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => filterAssets(rows ?? [], deferred), [rows, deferred]);
  const edit = useCallback((asset: Asset) => setOpen({ what: 'edit', asset }), []);
  const dispose = useCallback((asset: Asset) => setOpen({ what: 'dispose', asset }), []);
  const close = useCallback(() => setOpen(null), []);
  // Somebody came from a finding or a card: the asset is opened, once.
  useEffect(() => {
    if (target === null || !rows) return;
    session.nav.set({ assetTarget: null });
    const row = rows.find(({ asset }) => asset.id === target);
    if (row) edit(row.asset);
  }, [target, rows, session, edit]);
  const chosen = useMemo(() => {
    const wanted = new Set(selected);
    return wanted.size === 0 ? [] : shown.filter(({ asset }) => wanted.has(asset.id));
  }, [shown, selected]);
  const choose = async (): Promise<void> => {
    const [file] = (await session.chooseOpen('sheet', '选择资产台账')) ?? [];
    if (file) setOpen({ what: 'import', file });
  };
  const remove = async (): Promise<void> => {
    const [first] = chosen;
    if (!first) return;
    const what = chosen.length === 1 ? `资产“${first.asset.name}”` : `选中的 ${chosen.length} 项资产`;
    const isSure = await session.messenger.current.confirm({
      title: '删除资产',
      content: `删除${what}？不再管理的资产应登记处置，登记错的才删除。可撤销。`,
      okText: '删除',
      danger: true,
    });
    if (!isSure) return;
    const ids = chosen.map(({ asset }) => asset.id);
    if (await session.attempt('正在删除', () => session.write('assets.remove', { ids }))) setSelected([]);
  };
  if (!view) return <Spin className="xj-page-spin" />;
  return (
    <div className="xj-funds" data-testid="page-assets">
      <div className="xj-funds-tab xj-assets">
        <div className="xj-funds-tools">
          <Button
            size="small"
            type="primary"
            disabled={isLocked}
            onClick={() => void choose()}
            data-testid="assets-import"
          >
            导入资产台账…
          </Button>
          <Button
            size="small"
            disabled={isLocked || view.unregistered === 0}
            title="已验收、形成资产、还没有登记的项目"
            onClick={() => setOpen({ what: 'propose' })}
            data-testid="assets-propose"
          >
            由已验收项目拟登记{view.unregistered > 0 ? `（${view.unregistered}）` : ''}…
          </Button>
          <Button
            size="small"
            disabled={isLocked}
            onClick={() => setOpen({ what: 'edit', asset: null })}
            data-testid="assets-add"
          >
            登记资产…
          </Button>
          {chosen.length > 0 && (
            <Button size="small" danger disabled={isLocked} onClick={() => void remove()} data-testid="assets-remove">
              删除选中的 {chosen.length} 项…
            </Button>
          )}
          <span className="xj-grow" />
          <label htmlFor="assets-as-of">截至</label>
          <Input
            id="assets-as-of"
            type="date"
            size="small"
            className="xj-asset-day"
            value={asOf}
            onChange={(event) => event.target.value !== '' && setAsOf(event.target.value)}
            data-testid="assets-as-of"
          />
          {view.rows.length > 0 && <AssetReports filter={filter} asOf={asOf} />}
        </div>
        {view.rows.length === 0 ? (
          <Empty
            description={`还没有登记资产。可以导入资产台账（资产名称、类别、坐落、原值、资金来源、所有权人等列，次序不限），逐项登记，${view.unregistered > 0 ? `或由 ${view.unregistered} 个已验收的项目拟登记。` : '或在“资金和进度”登记项目验收后由项目拟登记。'}`}
          />
        ) : (
          <>
            <AssetFilters rows={view.rows} filter={filter} change={setFilter} />
            <SumsLine rows={shown} all={view.rows.length} />
            <AssetGrid
              rows={shown}
              selected={selected}
              select={setSelected}
              edit={edit}
              dispose={dispose}
              isLocked={isLocked}
            />
          </>
        )}
      </div>
      {open?.what === 'import' && <ImportDialog file={open.file} close={close} />}
      {open?.what === 'propose' && <ProposeDialog asOf={asOf} close={close} />}
      {open?.what === 'edit' && <AssetDialog asset={open.asset} isLocked={isLocked} close={close} />}
      {open?.what === 'dispose' && <DisposeDialog asset={open.asset} close={close} />}
    </div>
  );
}
