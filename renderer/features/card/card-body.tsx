// What the project card shows of a project: its figures, its fields in groups, where they came from, who changed them.
import { Tabs, Tag } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { columnsOf } from '#shared/domain/fields.ts';
import type { Project } from '#shared/domain/project.ts';
import { useDisplayUnit } from '../../api/display-unit.ts';
import { useFindingIndex, useProjectAssets, useProjects, useReference, useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import { AssetsTab } from './assets-tab.tsx';
import { CardField } from './card-field.tsx';
import { cardGroups } from './card-groups.ts';
import { FundsTab } from './funds-tab.tsx';
import { HistoryList } from './history-list.tsx';
import { MatrixEditor } from './matrix-editor.tsx';
import { OrdersTab } from './orders-tab.tsx';
import { PostingsTab } from './postings-tab.tsx';
import { ReturnedNote } from './returned-note.tsx';
import { SourcesTable } from './sources-table.tsx';
import { useSourceIndex } from './use-sources.ts';

export function CardBody({ project }: { project: Project }) {
  const readOnly = lockedText(useWorkbook());
  const findings = useFindingIndex().get(project.id) ?? [];
  const assets = useProjectAssets(project.id).data;
  const hasAssets = assets !== undefined && (assets.rows.length > 0 || assets.isLacking);
  return (
    <div className="xj-card">
      {readOnly !== null && <p className="xj-faint">{readOnly}</p>}
      <ReturnedNote projectId={project.id} />
      {findings.length > 0 && (
        <ul className="xj-card-findings">
          {findings.map((finding) => (
            <li key={finding.key}>
              <Tag color={LEVEL_COLORS[finding.level]}>{LEVEL_LABELS[finding.level]}</Tag>
              {finding.message}
            </li>
          ))}
        </ul>
      )}
      <Tabs
        size="small"
        items={[
          {
            key: 'fields',
            label: '填报内容',
            children: <Fields key={project.id} project={project} isLocked={readOnly !== null} />,
          },
          { key: 'funds', label: '资金进度', children: <FundsTab projectId={project.id} /> },
          { key: 'postings', label: '公示', children: <PostingsTab projectId={project.id} /> },
          { key: 'orders', label: '变更', children: <OrdersTab projectId={project.id} /> },
          ...(hasAssets ? [{ key: 'assets', label: '资产', children: <AssetsTab rows={assets.rows} /> }] : []),
          { key: 'sources', label: '查看来源', children: <SourcesTable projectId={project.id} /> },
          {
            key: 'history',
            label: '修改记录',
            children: <HistoryList key={project.id} projectId={project.id} isLocked={readOnly !== null} />,
          },
        ]}
      />
    </div>
  );
}

function Fields({ project, isLocked }: { project: Project; isLocked: boolean }) {
  const about = useReference().data;
  const { unit } = useDisplayUnit();
  const projects = useProjects().data?.projects;
  const origins = useSourceIndex(project.id);
  const groups = useMemo(() => (about ? cardGroups(columnsOf(about.plan, about.reference)) : []), [about]);
  if (!about) return null;
  return (
    <>
      {project.originWorkbook !== null && (
        <p className="xj-faint" data-testid="card-origin">
          来源：上一规划期（{project.originWorkbook}）
        </p>
      )}
      <Section title={`资金（${unit}）`}>
        <MatrixEditor
          project={project}
          plan={about.plan}
          reference={about.reference}
          isLocked={isLocked}
          origins={origins}
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
                origin={origins.get(column.key)}
                isLocked={isLocked}
              />
            ))}
          </div>
        </Section>
      ))}
    </>
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
