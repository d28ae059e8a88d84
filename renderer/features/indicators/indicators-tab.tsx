// 指标完成情况: the grid with its ways in and out, and what to do while there are no indicators.
import { Button, Empty, Popover, Select, Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { IndicatorsRead } from '#shared/contract/methods/indicators.ts';
import type { FileRef } from '#shared/contract/methods.ts';
import { useIndicators } from '../../api/queries.ts';
import { useSession } from '../../session.ts';
import { ReportButtons } from '../funds/report-buttons.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { IndicatorDialog } from './indicator-dialog.tsx';
import { IndicatorGrid } from './indicator-grid.tsx';
import { JudgedHelp } from './judged-help.tsx';

const IndicatorsEditor = lazy(() =>
  import('../tables/indicators-editor.tsx').then((m) => ({ default: m.IndicatorsEditor })),
);

type Row = IndicatorsRead['rows'][number];

export function IndicatorsTab({ isLocked }: { isLocked: boolean }) {
  const session = useSession();
  const [chosen, setChosen] = useState<number | null>(null);
  const [file, setFile] = useState<FileRef | null>(null);
  const [edited, setEdited] = useState<Row | null>(null);
  const [isEditing, setEditing] = useState(false);
  const view = useIndicators(chosen).data;
  // The year stays while values of later ones are typed.
  useEffect(() => {
    if (chosen === null && view && view.rows.length > 0) setChosen(view.year);
  }, [chosen, view]);
  const choose = async (): Promise<void> => {
    const [one] = (await session.chooseOpen('sheet', '选择指标表')) ?? [];
    if (one) setFile(one);
  };
  const adopt = async (): Promise<void> => {
    const [one] = (await session.chooseOpen('workbook', '选择上级的工作簿')) ?? [];
    if (!one) return;
    const done = await session.attempt('正在读取上级的指标', () =>
      session.write('indicators.adopt', { token: one.token }),
    );
    if (done)
      session.messenger.current.success(
        `采用 ${done.added} 个指标${done.known === 0 ? '' : `，已有 ${done.known} 个`}；基期值留空，请在“修改指标表”里填。`,
      );
  };
  if (!view) return <Spin className="xj-page-spin" />;
  return (
    <div className="xj-funds-tab">
      <div className="xj-funds-tools">
        <Button
          size="small"
          type="primary"
          disabled={isLocked}
          onClick={() => void choose()}
          data-testid="indicators-import"
        >
          导入指标表…
        </Button>
        <Button size="small" disabled={isLocked} onClick={() => setEditing(true)} data-testid="indicators-edit">
          修改指标表…
        </Button>
        <Button size="small" disabled={isLocked} onClick={() => void adopt()} data-testid="indicators-adopt">
          采用上级指标…
        </Button>
        <span className="xj-grow" />
        {view.rows.length > 0 && (
          <>
            <span className="xj-faint">判断年度</span>
            <Select
              size="small"
              aria-label="判断年度"
              value={view.year}
              options={view.years.map((year) => ({ value: year, label: `${year}年` }))}
              onChange={setChosen}
              data-testid="judged-year"
            />
            <Popover trigger="click" content={<JudgedHelp />} title="怎样判断">
              <Button size="small" type="link" data-testid="judged-help">
                怎样判断
              </Button>
            </Popover>
            <ReportButtons report={{ kind: 'indicators', year: view.year, asOf: null }} />
          </>
        )}
      </div>
      {view.rows.length === 0 ? (
        <Empty description="还没有规划指标。可以导入指标表（指标、单位、属性、基期值、目标值和各年实际值，列的次序不限），在“修改指标表”里录入，或采用上级工作簿的指标。" />
      ) : (
        <>
          <Counts view={view} />
          <div className="xj-funds-scroll">
            <IndicatorGrid view={view} isLocked={isLocked} edit={setEdited} />
          </div>
        </>
      )}
      {file && <ImportDialog file={file} view={view} close={() => setFile(null)} />}
      {edited && <IndicatorDialog row={edited} years={view.years} close={() => setEdited(null)} />}
      {isEditing && (
        <Suspense fallback={null}>
          <IndicatorsEditor close={() => setEditing(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** 2023 年：达到进度 5，滞后 2，无法判断 13. */
function Counts({ view }: { view: IndicatorsRead }) {
  const counts = new Map<string, number>();
  for (const { judgement } of view.rows) counts.set(judgement.status, (counts.get(judgement.status) ?? 0) + 1);
  return (
    <div data-testid="indicator-counts">
      {view.year} 年：共 {view.rows.length} 个指标，
      {[...counts].map(([status, count]) => `${status} ${count}`).join('，')}。
      <span className="xj-faint">实际值可直接填写，也可从 Excel 复制一片粘贴；“约67”之类不是数的照存，不作 0 计。</span>
    </div>
  );
}
