// The questions of a tree: which names to add, and into what a thing goes.
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';

export interface Choice {
  value: string;
  label: string;
}

interface AddProps {
  title: string;
  close: () => void;
  onAdd: (names: string[]) => void;
}

/** One name a line; a column copied from Excel pastes as it is. */
export function AddDialog({ title, close, onAdd }: AddProps) {
  const [text, setText] = useState('');
  const names = text
    .split(/[\n\t]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <Modal
      open
      title={title}
      okText={names.length > 1 ? `新增 ${names.length} 个` : '新增'}
      cancelText="取消"
      okButtonProps={{ disabled: names.length === 0 }}
      onCancel={close}
      onOk={() => {
        onAdd(names);
        close();
      }}
    >
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 4, maxRows: 14 }}
        value={text}
        aria-label="名称，一行一个"
        placeholder="一行一个；可以从 Excel 复制一列粘贴进来"
        onChange={({ target }) => setText(target.value)}
        data-testid="add-names"
      />
    </Modal>
  );
}

interface TargetProps {
  title: string;
  text: string;
  options: readonly Choice[];
  /** The question whether projects write the new place; null: none. */
  rewrite: string | null;
  okText: string;
  close: () => void;
  onChoose: (target: string, rewrite: boolean) => void;
}

export function TargetDialog({ title, text, options, rewrite, okText, close, onChoose }: TargetProps) {
  const [target, setTarget] = useState<string | null>(null);
  const [isRewritten, setRewritten] = useState(false);
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText="取消"
      okButtonProps={{ disabled: target === null }}
      onCancel={close}
      onOk={() => {
        if (target !== null) onChoose(target, isRewritten);
        close();
      }}
    >
      <p>{text}</p>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        placeholder="请选择（可输入文字查找）"
        aria-label={title}
        options={[...options]}
        value={target}
        onChange={setTarget}
        data-testid="target"
      />
      {rewrite !== null && (
        <p>
          <Checkbox checked={isRewritten} onChange={({ target: box }) => setRewritten(box.checked)}>
            {rewrite}
          </Checkbox>
        </p>
      )}
    </Modal>
  );
}
