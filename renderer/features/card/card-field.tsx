// One field of the card. It is sent when the cursor leaves it or a choice is made; a refused value stays with its reason.
import { AutoComplete, Input, Select, TreeSelect } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ValueSource } from '#shared/contract/methods.ts';
import { type CategoryNode, categoryHeading, categoryTree } from '#shared/domain/categories.ts';
import { type Column, isAmountField } from '#shared/domain/fields.ts';
import { formatPeriod } from '#shared/domain/periods.ts';
import type { Project } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { useSession } from '../../session.ts';
import { rejectedOf } from '../projects/edits.ts';
import { type OptionSource, optionsFor } from '../projects/options.ts';
import { originText } from './use-sources.ts';

interface FieldProps {
  project: Project;
  column: Column;
  source: OptionSource;
  /** Where its value came from. */
  origin: ValueSource | undefined;
  isLocked: boolean;
}

/** What the field holds, as text that the backend reads back. */
function fieldText(project: Project, column: Column): string {
  const { id } = column.field;
  if (id === 'period') return formatPeriod(project.startAt, project.endAt);
  if (isAmountField(id)) return '';
  return String(project[id] ?? '');
}

function labelOf({ key, group, label }: Column): string {
  // The annex's column also carries the headings; here it is the name only.
  if (key === 'name') return '项目名称';
  return group ? `${group} ${label}` : label;
}

export function CardField(props: FieldProps) {
  const { project, column, origin, isLocked } = props;
  const session = useSession();
  const saved = fieldText(project, column);
  const [text, setText] = useState(saved);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setText(saved), [saved]);

  const send = (value: string): void => {
    if (value === saved) {
      setProblem(null);
      return;
    }
    void session.attempt('正在保存', async () => {
      try {
        await session.write('projects.edit', { edits: [{ id: project.id, column: column.key, text: value }] });
        setProblem(null);
      } catch (thrown) {
        const message = rejectedOf(thrown)?.[0]?.message;
        if (message === undefined) throw thrown;
        setProblem(`${message}（原值已保留）`);
        setText(saved);
      }
    });
  };
  const id = `card-${column.key}`;
  const isWide = column.kind === 'longText' || column.key === 'name' || column.key === 'categoryId';
  return (
    <div className={isWide ? 'xj-card-field is-wide' : 'xj-card-field'}>
      <label htmlFor={id} title={column.field.help}>
        {labelOf(column)}
        {origin && (
          <span className={origin.isChanged ? 'xj-origin is-changed' : 'xj-origin'} title={originText(origin)}>
            {origin.cell}
          </span>
        )}
      </label>
      <Control {...props} id={id} text={text} setText={setText} send={send} isLocked={isLocked} />
      {problem && (
        <div role="alert" className="xj-field-error">
          {problem}
        </div>
      )}
    </div>
  );
}

function Control(
  props: FieldProps & { id: string; text: string; setText: (text: string) => void; send: (text: string) => void },
) {
  const { id, project, column, source, isLocked, text, setText, send } = props;
  const common = { id, disabled: isLocked, 'data-testid': id };
  if (column.kind === 'choice') {
    return (
      <Select
        {...common}
        allowClear
        options={optionsFor(column, project, source)}
        value={text === '' ? null : text}
        onChange={(value: string | null | undefined) => send(value ?? '')}
      />
    );
  }
  if (column.kind === 'category') {
    return (
      <TreeSelect
        {...common}
        allowClear
        showSearch
        treeNodeFilterProp="title"
        treeDefaultExpandAll
        placeholder="未分类"
        treeData={treeData(source.reference, source.plan.scheme)}
        value={text === '' ? null : text}
        onChange={(value: string | null | undefined) => send(value ?? '')}
      />
    );
  }
  const leave = {
    onBlur: () => send(text),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape' && text !== fieldText(project, column)) {
        event.stopPropagation();
        setText(fieldText(project, column));
      }
      if (event.key === 'Enter' && column.kind !== 'longText') send(text);
    },
  };
  const options = optionsFor(column, project, source);
  if (options.length > 0) {
    return (
      <AutoComplete
        {...common}
        {...leave}
        options={options}
        showSearch={{ filterOption: (typed, option) => (option?.label ?? '').includes(typed) }}
        value={text}
        onChange={(value: string) => setText(value)}
        onSelect={(value: string) => send(value)}
      />
    );
  }
  if (column.kind === 'longText') {
    return (
      <Input.TextArea
        {...common}
        {...leave}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    );
  }
  return <Input {...common} {...leave} value={text} onChange={(event) => setText(event.target.value)} />;
}

interface TreeItem {
  value: string;
  title: string;
  children: TreeItem[];
}

function treeData(reference: ReferenceData, scheme: string): TreeItem[] {
  const item = (node: CategoryNode): TreeItem => ({
    value: node.category.id,
    title: categoryHeading(node.category),
    children: node.children.map(item),
  });
  return categoryTree(reference, scheme).map(item);
}
