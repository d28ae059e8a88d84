// 规划设置: the page with its tabs, and the frame as a spreadsheet.
import { Button, Spin, Tabs } from 'antd';
import { useWorkbook } from '../../api/queries.ts';
import { lockedText, suggestName, tellWritten } from '../../commands/file-actions.ts';
import { type Session, useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { AgenciesTab } from './agencies-tab.tsx';
import { ClassesTab } from './classes-tab.tsx';
import { IndicatorsTab } from './indicators-tab.tsx';
import { OwnColumnsTab } from './own-columns-tab.tsx';
import { PeriodTab } from './period-tab.tsx';
import { PlacesTab } from './places-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';
import { useFrame, useSaveFrame } from './use-frame.ts';
import './plan-settings.css';

const TABS = [
  { key: 'period', label: '规划期和名称', Content: PeriodTab },
  { key: 'classes', label: '类别', Content: ClassesTab },
  { key: 'sources', label: '资金来源', Content: SourcesTab },
  { key: 'agencies', label: '单位', Content: AgenciesTab },
  { key: 'own-columns', label: '自定义栏目', Content: OwnColumnsTab },
  { key: 'places', label: '地区', Content: PlacesTab },
  { key: 'indicators', label: '指标', Content: IndicatorsTab },
] as const;

/** Takes a file in and says what changed. */
async function takeIn(session: Session): Promise<void> {
  const [file] = (await session.chooseOpen('sheet', '装入规划设置')) ?? [];
  if (!file) return;
  const result = await session.attempt('正在装入规划设置', () => session.write('frame.import', { token: file.token }));
  if (!result) return;
  const { changes, moved, unclassified } = result;
  session.messenger.current.success(
    changes.length === 0
      ? '和现有的规划设置一样，没有改动。'
      : `已装入：${changes.slice(0, 4).join('；')}${changes.length > 4 ? `等 ${changes.length} 处` : ''}${moved > 0 ? `；${moved} 个项目随之改变${unclassified > 0 ? `，其中 ${unclassified} 个列为未分类` : ''}` : ''}。可一步撤销。`,
  );
}

export function PlanSettingsPage() {
  const session = useSession();
  const workbook = useWorkbook();
  const view = useFrame().data;
  const save = useSaveFrame();
  const tab = useStore(session.nav, (state) => state.settingsTab);
  const locked = lockedText(workbook);
  const writeOut = async (): Promise<void> => {
    const file = await session.chooseSave('xlsx', '导出规划设置', `${suggestName(workbook, '规划设置')}.xlsx`);
    if (!file) return;
    const done = await session.attempt('正在导出规划设置', () => session.call('frame.export', { token: file.token }));
    tellWritten(session, done, '规划设置');
  };
  if (!view) return <Spin className="xj-page-spin" />;
  return (
    <div className="xj-set-page">
      <Tabs
        className="xj-set-tabs"
        data-testid="page-settings"
        size="small"
        destroyOnHidden
        activeKey={tab}
        onChange={(settingsTab) => session.nav.set({ settingsTab })}
        items={TABS.map(({ key, label, Content }) => ({
          key,
          label: <span data-testid={`settings-${key}`}>{label}</span>,
          children: <Content view={view} disabled={locked !== null} save={save} />,
        }))}
      />
      <div className="xj-set-buttons xj-set-files">
        {locked !== null && <span className="xj-faint">{locked}</span>}
        <Button size="small" onClick={() => void writeOut()} data-testid="frame-export">
          导出成表格…
        </Button>
        <Button size="small" disabled={locked !== null} onClick={() => void takeIn(session)} data-testid="frame-import">
          装入表格…
        </Button>
      </div>
    </div>
  );
}
