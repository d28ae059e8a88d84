// 移到其他标题: projects, or all of a heading, go under another heading.
import { Form, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Place } from '#shared/contract/methods.ts';
import { categoryPath } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import { GRID_DIALOG_FOCUS } from '../../../commands/focus.ts';
import { useSession } from '../../../session.ts';
import type { GridData } from '../grid-state.ts';
import { categoryOptions } from '../options.ts';
import { UNCLASSIFIED } from '../rows.ts';

/** Stands for 未分类 in the list. */
const NONE = '';

export function MoveDialog(props: {
  isOpen: boolean;
  projects: readonly Project[];
  data: GridData;
  close: () => void;
  afterClose: () => void;
}) {
  const { isOpen, projects, data, close, afterClose } = props;
  const session = useSession();
  const [target, setTarget] = useState<string | null>(null);
  const [end, setEnd] = useState(true);
  const from = [...new Set(projects.map(({ categoryId }) => categoryId))];
  const options = [
    ...categoryOptions(data.reference, data.plan.scheme).map(({ value, label, depth }) => ({
      value,
      label: `${'　'.repeat(depth)}${label}`,
    })),
    { value: NONE, label: UNCLASSIFIED },
  ];
  const move = async (): Promise<void> => {
    if (target === null) return;
    const categoryId = target === NONE ? null : target;
    const moving = new Set(projects.map(({ id }) => id));
    const first = data.projects.find((project) => project.categoryId === categoryId && !moving.has(project.id));
    const place: Place = end || !first ? { endOf: categoryId } : { beforeId: first.id };
    close();
    const ids = projects.map(({ id }) => id);
    const done = await session.attempt('正在移动', () => session.write('projects.move', { ids, place }));
    const [id] = ids;
    if (!done || id === undefined) return;
    const last = ids.at(-1) ?? id;
    const rest = last === id ? {} : { toRowId: last };
    session.nav.set({ target: { rowId: id, ...rest, columnKey: 'name', at: Date.now() } });
  };
  const names = from.map((id) => categoryPath(data.reference, id).join(' › ') || UNCLASSIFIED);
  return (
    <Modal
      title={`把 ${projects.length} 个项目移到其他标题`}
      open={isOpen}
      okText="移动"
      okButtonProps={{ disabled: target === null || (from.length === 1 && from[0] === (target || null)) }}
      onOk={() => void move()}
      onCancel={close}
      focusable={GRID_DIALOG_FOCUS}
      afterClose={() => {
        setTarget(null);
        setEnd(true);
        afterClose();
      }}
      destroyOnHidden
      data-testid="move-dialog"
    >
      <p>
        现在在：{names.slice(0, 3).join('；')}
        {names.length > 3 ? ` 等 ${names.length} 个标题` : ''}
      </p>
      <Form layout="vertical">
        <Form.Item label="移到">
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择标题，可输入文字查找"
            aria-label="移到哪个标题"
            data-testid="move-target"
            value={target}
            options={options}
            onChange={setTarget}
          />
        </Form.Item>
        <Radio.Group
          value={end}
          options={[
            { value: true, label: '放在该标题的最后' },
            { value: false, label: '放在最前' },
          ]}
          onChange={(event) => setEnd(event.target.value as boolean)}
        />
      </Form>
    </Modal>
  );
}
