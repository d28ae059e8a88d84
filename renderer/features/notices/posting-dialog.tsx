// 登记、修改公示: what was put up where and how long, for which projects, and what was objected.
import { Modal, Tabs } from 'antd';
import { useState } from 'react';
import type { PostingRow } from '#shared/contract/methods/postings.ts';
import { postingStage } from '#shared/domain/posting.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useWorkbook } from '../../api/queries.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { ObjectionsTab } from './objections-tab.tsx';
import { PostingContent } from './posting-content.tsx';
import { type Draft, draftOf } from './posting-draft.ts';
import { PostingProjects } from './posting-projects.tsx';

interface Props {
  /** null: a new one. */
  row: PostingRow | null;
  tab: 'content' | 'objections';
  close: () => void;
}

export function PostingDialog({ row, tab, close }: Props) {
  const session = useSession();
  const isLocked = lockedText(useWorkbook()) !== null;
  const [draft, setDraft] = useState<Draft>(() => draftOf(row));
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const save = async (): Promise<void> => {
    const done = await session.attempt('正在保存', () =>
      session.write('notices.save', { posting: draft, today: localDay(new Date()) }),
    );
    if (done) close();
  };
  return (
    <Modal
      open
      title={row ? `${postingStage(row.posting.stage).name}：${row.posting.title}` : '登记公示'}
      width={900}
      okText="保存"
      cancelText={isLocked ? '关闭' : '取消'}
      okButtonProps={{
        disabled: isLocked || draft.title.trim() === '',
        ...({ 'data-testid': 'posting-save' } as object),
      }}
      onOk={() => void save()}
      onCancel={close}
    >
      <Tabs
        size="small"
        defaultActiveKey={tab}
        items={[
          { key: 'content', label: '公示', children: <PostingContent draft={draft} set={set} /> },
          {
            key: 'projects',
            label: <span data-testid="posting-projects">项目 {draft.projectIds.length}</span>,
            children: <PostingProjects ids={draft.projectIds} change={(projectIds) => set({ projectIds })} />,
          },
          {
            key: 'objections',
            label: `异议 ${draft.objections.length}`,
            children: <ObjectionsTab objections={draft.objections} change={(objections) => set({ objections })} />,
          },
        ].map((item) => ({ ...item, children: <div className="xj-notices-tab">{item.children}</div> }))}
      />
    </Modal>
  );
}
