// The frame of the window: rail, top bar, page, bottom bar. Pages are loaded when they are first shown.
import { Button, Result, Spin } from 'antd';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { errorText } from '../../api/call.ts';
import { ShortcutsDialog } from '../../commands/shortcuts-dialog.tsx';
import { type PageId, useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { BreakdownDialog } from '../breakdown/breakdown-dialog.tsx';
import { FigureDialog } from '../checks/composition-dialog.tsx';
import { FindingStrip } from '../checks/finding-strip.tsx';
import { SalvageResult } from '../restore/salvage-result.tsx';
import { StartPage } from '../start/start-page.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

const ProjectsPage = lazy(() => import('../projects/projects-page.tsx').then((m) => ({ default: m.ProjectsPage })));
const ProjectCard = lazy(() => import('../card/project-card.tsx').then((m) => ({ default: m.ProjectCard })));
const OverviewPage = lazy(() => import('../overview/overview-page.tsx').then((m) => ({ default: m.OverviewPage })));
const TablesPage = lazy(() => import('../tables/tables-page.tsx').then((m) => ({ default: m.TablesPage })));
const TextPage = lazy(() => import('../text/text-page.tsx').then((m) => ({ default: m.TextPage })));
const ChecksPage = lazy(() => import('../checks/checks-page.tsx').then((m) => ({ default: m.ChecksPage })));
const ImportPage = lazy(() => import('../import/import-page.tsx').then((m) => ({ default: m.ImportPage })));
const PrintPage = lazy(() => import('../print/print-page.tsx').then((m) => ({ default: m.PrintPage })));
const HistoryPage = lazy(() => import('../history/history-page.tsx').then((m) => ({ default: m.HistoryPage })));
const RestorePage = lazy(() => import('../restore/restore-page.tsx').then((m) => ({ default: m.RestorePage })));
const PlanSettingsPage = lazy(() =>
  import('../plan-settings/plan-settings-page.tsx').then((m) => ({ default: m.PlanSettingsPage })),
);

export interface FrameProps {
  status: MethodOutput<'app.status'> | null;
  error: unknown;
  retry: () => void;
}

export function Frame({ status, error, retry }: FrameProps) {
  const { nav } = useSession();
  const page = useStore(nav, (state) => state.page);
  const restore = status?.restore ?? null;
  useEffect(() => {
    if (restore) nav.set({ page: 'restore', restoreFile: restore });
  }, [restore, nav]);
  if (error !== null && error !== undefined) {
    return (
      <Result
        status="error"
        title="工作台没有启动成功"
        subTitle={errorText(error)}
        extra={<Button onClick={retry}>重试</Button>}
      />
    );
  }
  if (!status) return <Spin className="xj-page-spin" description="正在启动" />;
  const { workbook } = status;
  return (
    <>
      {workbook ? (
        <div className="xj-window">
          <TopBar workbook={workbook} />
          <Rail page={page} />
          <main className="xj-main">
            <Suspense fallback={<Spin className="xj-page-spin" />}>
              <Pages key={`${workbook.folder}/${workbook.fileName}`} page={page} status={status} />
            </Suspense>
          </main>
          <FindingStrip />
          <BottomBar />
          <Card />
        </div>
      ) : page === 'restore' ? (
        <Suspense fallback={<Spin className="xj-page-spin" />}>
          <RestorePage />
        </Suspense>
      ) : (
        <StartPage status={status} isFirst />
      )}
      <ShortcutsDialog />
      <AboutDialog version={status.version} />
      <PromiseDialog />
      <VerifyDialog />
      <SalvageResult />
      <FigureDialog />
      <BreakdownDialog />
    </>
  );
}

/** The project card is loaded when it is first asked for. */
function Card() {
  const wasAsked = useRef(false);
  const isOpen = useStore(useSession().nav, (state) => state.cardId !== null);
  wasAsked.current ||= isOpen;
  return <Suspense fallback={null}>{wasAsked.current && <ProjectCard />}</Suspense>;
}

/** The 项目表 stays drawn once it was shown: its selection, filters and place survive a look at another page. */
function Pages({ page, status }: { page: PageId; status: MethodOutput<'app.status'> }) {
  const wasShown = useRef(false);
  useEffect(() => {
    if (page === 'projects') wasShown.current = true;
  }, [page]);
  const isGrid = page === 'projects';
  return (
    <>
      {(isGrid || wasShown.current) && (
        <div className="xj-kept" hidden={!isGrid}>
          <ProjectsPage isShown={isGrid} />
        </div>
      )}
      {page === 'overview' && <OverviewPage />}
      {page === 'tables' && <TablesPage />}
      {page === 'text' && <TextPage />}
      {page === 'checks' && <ChecksPage />}
      {page === 'import' && <ImportPage />}
      {page === 'print' && <PrintPage />}
      {page === 'history' && <HistoryPage />}
      {page === 'restore' && <RestorePage />}
      {page === 'settings' && <PlanSettingsPage />}
      {page === 'start' && <StartPage status={status} isFirst={false} />}
    </>
  );
}
