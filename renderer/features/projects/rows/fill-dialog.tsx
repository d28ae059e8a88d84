// 批量填写: choose a column, give a value with the editor that fits it, see how many projects change.
import { AutoComplete, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { columnsOf } from '#shared/domain/fields.ts';
import type { Project } from '#shared/domain/project.ts';
import { GRID_DIALOG_FOCUS } from '../../../commands/focus.ts';
import type { EditSender } from '../edits.ts';
import { type GridColumn, gridColumns, NUMBER_KEY } from '../grid-columns.ts';
import type { GridData } from '../grid-state.ts';
import { isClosedList, optionsFor } from '../options.ts';
import { planFillColumn } from './fill-column.ts';

export function FillDialog(props: {
  isOpen: boolean;
  projects: readonly Project[];
  /** Proposed at first. */
  columnKey: string | null;
  data: GridData;
  sender: EditSender;
  close: () => void;
  afterClose: () => void;
}) {
  const { isOpen, projects, columnKey, data, sender, close, afterClose } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [blanksOnly, setBlanksOnly] = useState(false);
  const all = columnsOf(data.plan, data.reference).map(({ key }) => key);
  const columns = gridColumns(data.plan, data.reference, all).filter(({ key }) => key !== NUMBER_KEY && key !== 'name');
  const proposed = columns.find(({ key }) => key === columnKey) ?? columns.find(({ key }) => key === 'nature');
  const column = columns.find(({ key }) => key === chosen) ?? proposed;
  if (!column) return null;
  const plan = planFillColumn(projects, column, text, blanksOnly, data.reader);
  const isClearing = text.trim() === '';
  return (
    <Modal
      title={`批量填写 ${projects.length} 个项目`}
      open={isOpen}
      okText={isClearing ? `清空 ${plan.edits.length} 个项目` : `填写 ${plan.edits.length} 个项目`}
      okButtonProps={{ disabled: plan.edits.length === 0, danger: isClearing }}
      onOk={() => {
        close();
        void sender.send(plan.edits, { action: 'fill', title: '正在批量填写' });
      }}
      onCancel={close}
      focusable={GRID_DIALOG_FOCUS}
      afterClose={() => {
        setChosen(null);
        setText('');
        setBlanksOnly(false);
        afterClose();
      }}
      destroyOnHidden
      data-testid="fill-dialog"
    >
      <Form layout="vertical">
        <Form.Item label="填写哪一列">
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            aria-label="填写哪一列"
            data-testid="fill-column"
            value={column.key}
            options={columns.map(({ key, label, group }) => ({
              value: key,
              label: group && group !== label ? `${group} · ${label}` : label,
            }))}
            onChange={(key) => {
              setChosen(key);
              setText('');
            }}
          />
        </Form.Item>
        <Form.Item label={column.kind === 'amount' ? `内容（单位：${data.reader.unit}）` : '内容'}>
          <ValueField column={column} data={data} text={text} change={setText} />
        </Form.Item>
        <Checkbox checked={blanksOnly} onChange={(event) => setBlanksOnly(event.target.checked)}>
          只填空白的，已有内容的不动
        </Checkbox>
      </Form>
      <p role="status" data-testid="fill-preview">
        {preview(plan, isClearing)}
      </p>
    </Modal>
  );
}

function preview(plan: ReturnType<typeof planFillColumn>, isClearing: boolean): string {
  const parts = [
    `${isClearing ? '将清空' : '将填写'} ${plan.edits.length} 个项目`,
    plan.overwritten > 0 && !isClearing ? `其中 ${plan.overwritten} 个原有内容会被替换` : '',
    plan.same > 0 ? `${plan.same} 个本来就是这样` : '',
    plan.kept > 0 ? `${plan.kept} 个已有内容的不动` : '',
  ];
  return `${parts.filter((part) => part !== '').join('，')}。一步可以撤销。`;
}

/** The editor of the column's kind: a closed list, a list with free text, long text or a plain field. */
function ValueField(props: { column: GridColumn; data: GridData; text: string; change: (text: string) => void }) {
  const { column, data, text, change } = props;
  const options = column.column
    ? optionsFor(column.column, null, data).map(({ value, label, depth }) => ({
        value,
        label: `${'　'.repeat(depth)}${label}`,
      }))
    : [];
  const common = { 'aria-label': '内容', 'data-testid': 'fill-value', placeholder: '空着就是清空' } as const;
  if (column.column && isClosedList(column.column)) {
    return (
      <Select
        {...common}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={text === '' ? null : text}
        options={options}
        onChange={(value: string | null | undefined) => change(value ?? '')}
      />
    );
  }
  if (options.length > 0) {
    return (
      <AutoComplete
        {...common}
        value={text}
        options={options}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        onChange={(value: string) => change(value)}
      />
    );
  }
  if (column.kind === 'longText') {
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  const placeholder = column.kind === 'period' ? '如 2021-2024；空着就是清空' : common.placeholder;
  return <Input {...common} placeholder={placeholder} value={text} onChange={(event) => change(event.target.value)} />;
}
