// The head of the project card: which project, the one before and after, back to its row.
import { AimOutlined, CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import { useSession } from '../../session.ts';

export function CardBar(props: {
  project: Project;
  projects: readonly Project[];
  isDocked: boolean;
  close: () => void;
}) {
  const { project, projects, isDocked, close } = props;
  const { nav } = useSession();
  const at = projects.indexOf(project);
  const show = (next: Project | undefined): void => {
    if (!next) return;
    // Beside the grid the cursor goes along, or the card would jump back to it.
    if (isDocked) nav.set({ cardId: next.id, target: { rowId: next.id, columnKey: 'name', at: Date.now() } });
    else nav.set({ cardId: next.id });
  };
  const locate = (): void =>
    nav.set({
      page: 'projects',
      ...(isDocked ? {} : { cardId: null }),
      target: { rowId: project.id, columnKey: 'name', at: Date.now() },
    });
  return (
    <header className="xj-card-bar">
      <strong title={project.name}>{project.name || NAMELESS}</strong>
      <span className="xj-faint">
        {at + 1} / {projects.length}
      </span>
      <BarButton
        label="上一个项目"
        icon={<LeftOutlined />}
        testId="card-previous"
        isOff={at <= 0}
        run={() => show(projects[at - 1])}
      />
      <BarButton
        label="下一个项目"
        icon={<RightOutlined />}
        testId="card-next"
        isOff={at >= projects.length - 1}
        run={() => show(projects[at + 1])}
      />
      <BarButton label="在项目表中定位" icon={<AimOutlined />} testId="card-locate" run={locate} />
      <BarButton label="关闭卡片" icon={<CloseOutlined />} testId="card-close" run={close} />
    </header>
  );
}

function BarButton(props: { label: string; icon: ReactNode; testId: string; isOff?: boolean; run: () => void }) {
  return (
    <Tooltip title={props.label} mouseEnterDelay={0.5}>
      <Button
        size="small"
        type="text"
        icon={props.icon}
        disabled={props.isOff ?? false}
        onClick={props.run}
        aria-label={props.label}
        data-testid={props.testId}
      />
    </Tooltip>
  );
}
