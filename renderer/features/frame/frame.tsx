// The frame of the window: rail, top bar, page, bottom bar. Pages are loaded when they are first shown.
import { Button, Result, Spin } from 'antd';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import type { PageId } from '../../state/page.ts';
import { useStore } from '../../ui/store.ts';
import { BreakdownDialog } from '../breakdown/breakdown-dialog.tsx';
import { FigureDialog } from '../checks/composition-dialog.tsx';
import { FindingStrip } from '../checks/finding-strip.tsx';
import { PROOF_PAGE } from '../proof/feature.ts';
import { RESTORE_PAGE } from '../restore/feature.ts';
import { SalvageResult } from '../restore/salvage-result.tsx';
import { StartPage } from '../start/start-page.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { PAGES } from './pages.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import { Rail } from './rail.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TopBar } from './top-bar.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

const ProjectCard = lazy(() => import('../card/project-card.tsx').then((m) => ({ default: m.ProjectCard })));

export interface FrameProps {
  status: MethodOutput<'app.status'> | null;
  error: unknown;
  retry: () => void;
}

export function Frame({ status, error, retry }: FrameProps) {
  const session = useSession();
  const { nav } = session;
  const page = useStore(nav, (state) => state.page);
  const restore = status?.restore ?? null;
  useEffect(() => {
    if (restore) nav.set({ page: 'restore', restoreFile: restore });
  }, [restore, nav]);
  const hasWorkbook = status?.workbook != null;
  useEffect(() => {
    if (hasWorkbook) void import('../import/import-flow.ts').then(({ resumeImport }) => resumeImport(session));
  }, [hasWorkbook, session]);
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
          <RESTORE_PAGE.Page isShown />
        </Suspense>
      ) : page === 'proof' ? (
        <Suspense fallback={<Spin className="xj-page-spin" />}>
          <PROOF_PAGE.Page isShown />
        </Suspense>
      ) : (
        <StartPage status={status} isFirst />
      )}
      <ShortcutsDialog />
      <AboutDialog version={status.version} />
      <PromiseDialog />
      <VerifyDialog />
      <PasswordDialog />
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

/** The page that is shown, and hidden those that stay drawn once they were. */
function Pages({ page, status }: { page: PageId; status: MethodOutput<'app.status'> }) {
  const drawn = useRef(new Set<PageId>());
  useEffect(() => {
    if (PAGES.find((feature) => feature.page === page)?.staysDrawn) drawn.current.add(page);
  }, [page]);
  return (
    <>
      {PAGES.map(({ page: own, Page, staysDrawn }) => {
        const isShown = own === page;
        if (staysDrawn && (isShown || drawn.current.has(own))) {
          return (
            <div key={own} className="xj-kept" hidden={!isShown}>
              <Page isShown={isShown} />
            </div>
          );
        }
        return isShown && <Page key={own} isShown />;
      })}
      {page === 'start' && <StartPage status={status} isFirst={false} />}
    </>
  );
}
