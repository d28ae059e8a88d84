// 项目卡片: all of one project. It stands beside the 项目表 and follows its cursor where the window is wide enough; over
// other pages, and in a narrow window, it comes as a drawer.
import { Drawer } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useProjectIndex, useProjects } from '../../api/queries.ts';
import { useViewState } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { CardBar } from './card-bar.tsx';
import { CardBody } from './card-body.tsx';
import { useCardFollow } from './use-card-follow.ts';
import './card.css';

/** Beside the grid both need room: the rail, twelve columns of the grid, the matrix of the card. */
const WIDE = '(min-width: 1200px)';
const LOOK = { width: 620 };
const NARROWEST = 420;

export function ProjectCard() {
  const session = useSession();
  const { nav } = session;
  const cardId = useStore(nav, (state) => state.cardId);
  const page = useStore(nav, (state) => state.page);
  const projects = useProjects().data?.projects;
  const project = useProjectIndex().get(cardId ?? '');
  const isDocked = useMedia(WIDE) && page === 'projects';
  // A card that stood beside the grid does not follow to another page; there one is opened anew.
  const [openedOn, setOpenedOn] = useState(page);
  useEffect(() => {
    if (cardId !== null) setOpenedOn(nav.get().page);
  }, [cardId, nav]);
  useCardFollow(isDocked && project !== undefined);
  const close = (): void => {
    nav.set({ cardId: null });
    session.grid.current?.focus();
  };
  const bar = project && <CardBar project={project} projects={projects ?? []} isDocked={isDocked} close={close} />;
  if (isDocked) {
    if (!project) return null;
    return (
      <Dock close={close}>
        {bar}
        <div className="xj-card-scroll">
          <CardBody project={project} />
        </div>
      </Dock>
    );
  }
  return (
    <Drawer
      open={project !== undefined && openedOn === page}
      onClose={close}
      size={780}
      mask={false}
      closable={false}
      title={bar}
      data-testid="project-card"
    >
      {project && <CardBody project={project} />}
    </Drawer>
  );
}

/** The place beside the grid; its edge can be dragged, or moved with the arrow keys, and stays where it was left. */
function Dock({ close, children }: { close: () => void; children: ReactNode }) {
  const { value, remember } = useViewState('card', LOOK);
  const [dragged, setDragged] = useState<number | null>(null);
  const width = Math.max(NARROWEST, Math.min(dragged ?? value.width, window.innerWidth * 0.62));
  const from = useRef({ x: 0, width: 0 });
  return (
    <aside
      className="xj-card-dock"
      style={{ width }}
      aria-label="项目卡片"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
      }}
      data-testid="project-card"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged or take keys */}
      <div
        className="xj-card-edge"
        role="separator"
        aria-orientation="vertical"
        aria-label="项目卡片的宽度"
        aria-valuenow={Math.round(width)}
        tabIndex={0}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { x: event.clientX, width };
          setDragged(width);
        }}
        onPointerMove={(event) => {
          if (dragged !== null) setDragged(from.current.width + from.current.x - event.clientX);
        }}
        onPointerUp={() => {
          if (dragged !== null) remember({ width });
          setDragged(null);
        }}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowLeft' ? 20 : event.key === 'ArrowRight' ? -20 : 0;
          if (by !== 0) remember({ width: width + by });
        }}
      />
      {children}
    </aside>
  );
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const update = (): void => setMatches(list.matches);
    update();
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return matches;
}
