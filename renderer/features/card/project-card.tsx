// 项目卡片: all of one project, with its year x fund-source matrix and where its values came from.
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Drawer, Tag, Tooltip } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { columnsOf } from '#shared/domain/fields.ts';
import { useFindingIndex, useProjectIndex, useProjects, useReference, useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import { CardField } from './card-field.tsx';
import { cardGroups } from './card-groups.ts';
import { MatrixEditor } from './matrix-editor.tsx';
import { SourcesTable } from './sources-table.tsx';
import './card.css';

export function ProjectCard() {
  const session = useSession();
  const { nav } = session;
  const cardId = useStore(nav, (state) => state.cardId);
  const projects = useProjects().data?.projects;
  const index = useProjectIndex();
  const about = useReference().data;
  const findings = useFindingIndex();
  const readOnly = lockedText(useWorkbook());
  const project = cardId === null ? undefined : index.get(cardId);
  const groups = useMemo(() => (about ? cardGroups(columnsOf(about.plan, about.reference)) : []), [about]);
  const at = projects && project ? projects.indexOf(project) : -1;
  const step = (by: 1 | -1): void => {
    const next = projects?.[at + by];
    if (next) nav.set({ cardId: next.id });
  };
  const close = (): void => {
    nav.set({ cardId: null });
    session.grid.current?.focus();
  };
  const own = project ? (findings.get(project.id) ?? []) : [];
  return (
    <Drawer
      open={project !== undefined}
      onClose={close}
      size={780}
      mask={false}
      title={project ? project.name || '（未命名）' : ''}
      data-testid="project-card"
      extra={
        <>
          <span className="xj-faint">
            {at + 1} / {projects?.length ?? 0}{' '}
          </span>
          <Tooltip title="上一个项目">
            <Button
              size="small"
              icon={<LeftOutlined />}
              disabled={at <= 0}
              onClick={() => step(-1)}
              aria-label="上一个项目"
              data-testid="card-previous"
            />
          </Tooltip>{' '}
          <Tooltip title="下一个项目">
            <Button
              size="small"
              icon={<RightOutlined />}
              disabled={!projects || at >= projects.length - 1}
              onClick={() => step(1)}
              aria-label="下一个项目"
              data-testid="card-next"
            />
          </Tooltip>{' '}
          <Button
            size="small"
            onClick={() => {
              if (!project) return;
              nav.set({
                page: 'projects',
                cardId: null,
                target: { rowId: project.id, columnKey: 'name', at: Date.now() },
              });
            }}
          >
            在项目表中定位
          </Button>
        </>
      }
    >
      {project && about && (
        <div className="xj-card" key={project.id}>
          {readOnly !== null && <p className="xj-faint">{readOnly}</p>}
          {own.length > 0 && (
            <ul className="xj-card-findings">
              {own.map((finding) => (
                <li key={finding.key}>
                  <Tag color={LEVEL_COLORS[finding.level]}>{LEVEL_LABELS[finding.level]}</Tag>
                  {finding.message}
                </li>
              ))}
            </ul>
          )}
          <Section title="资金（万元）">
            <MatrixEditor
              project={project}
              plan={about.plan}
              reference={about.reference}
              isLocked={readOnly !== null}
            />
          </Section>
          {groups.map((group) => (
            <Section key={group.title} title={group.title}>
              <div className="xj-card-fields">
                {group.columns.map((column) => (
                  <CardField
                    key={column.key}
                    project={project}
                    column={column}
                    source={{ plan: about.plan, reference: about.reference, projects: projects ?? [] }}
                    isLocked={readOnly !== null}
                  />
                ))}
              </div>
            </Section>
          ))}
          <Section title="查看来源">
            <SourcesTable projectId={project.id} />
          </Section>
        </div>
      )}
    </Drawer>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
