// 查找和替换 (Ctrl+F, Ctrl+H): floats over the table, so that hits can be seen and edited while it is open.
import { CloseOutlined, DownOutlined, RightOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, type InputRef, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../../session.ts';
import type { EditSender } from '../edits.ts';
import type { GridData, GridState } from '../grid-state.ts';
import { findCategory } from '../options.ts';
import type { CellAt } from '../selection.ts';
import { replaceIn } from './find-cells.ts';
import { type FindScope, useFind } from './use-find.ts';
import './find.css';

const SCOPES: readonly { value: FindScope; label: string }[] = [
  { value: 'all', label: '整个表' },
  { value: 'columns', label: '选中的列' },
  { value: 'selection', label: '选中的区域' },
];

export type FindMode = 'find' | 'replace';

export interface FindBarProps {
  grid: GridState;
  data: GridData;
  sender: EditSender;
  mode: FindMode;
  setMode: (mode: FindMode | null) => void;
}

export function FindBar({ grid, data, sender, mode, setMode }: FindBarProps) {
  const session = useSession();
  const find = useFind(grid, data);
  const { text, hits, at, pattern } = find;
  const [replacement, setReplacement] = useState('');
  const field = useRef<InputRef>(null);
  // Ctrl+F and Ctrl+H bring the cursor back into the open bar too.
  useEffect(() => field.current?.focus({ cursor: mode ? 'all' : 'end' }), [mode]);

  const leave = (): void => {
    setMode(null);
    session.grid.current?.focus();
  };
  const replace = async (cells: readonly CellAt[]): Promise<void> => {
    if (!pattern) return;
    if (data.readOnly !== null) return session.messenger.current.warn(data.readOnly);
    const { reference, plan } = data;
    const { edits, kept } = replaceIn(data, cells, pattern, replacement, (column, words) =>
      column.kind === 'category' ? (findCategory(reference, plan.scheme, words) ?? words) : words,
    );
    const note = kept > 0 ? `标题行中的 ${kept} 处是自动生成的，没有改动。` : '';
    if (edits.length === 0) return session.messenger.current.warn(note || '没有可以替换的单元格。');
    await sender.send(edits, { action: 'replace', title: '正在替换' });
    const isWritten = sender.reviewed.get().review === null && edits.length > 1;
    if (isWritten) session.messenger.current.success(`已替换 ${edits.length} 个单元格。${note}`);
  };
  const replaceOne = async (): Promise<void> => {
    const hit = hits[at];
    if (hit) await replace([hit]);
    find.go(1);
  };
  const count = text === '' ? '' : hits.length === 0 ? '没有找到' : `${at + 1} / ${hits.length}`;
  const isReplacing = mode === 'replace';

  return (
    <search
      className="xj-find"
      data-testid="find-bar"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') leave();
      }}
    >
      <div className="xj-find-line">
        <Button
          size="small"
          type="text"
          icon={isReplacing ? <DownOutlined /> : <RightOutlined />}
          aria-label={isReplacing ? '收起替换' : '展开替换'}
          onClick={() => setMode(isReplacing ? 'find' : 'replace')}
        />
        <Input
          ref={field}
          size="small"
          placeholder="查找内容，? 和 * 为通配符"
          aria-label="查找内容"
          data-testid="find-text"
          value={text}
          onChange={(event) => find.setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') find.go(event.shiftKey ? -1 : 1);
          }}
        />
        <span className="xj-find-count" data-testid="find-count">
          {count}
        </span>
        <Button size="small" type="text" icon={<UpOutlined />} aria-label="上一个" onClick={() => find.go(-1)} />
        <Button size="small" type="text" icon={<DownOutlined />} aria-label="下一个" onClick={() => find.go(1)} />
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label="关闭查找" onClick={leave} />
      </div>
      {isReplacing && (
        <div className="xj-find-line is-replace">
          <Input
            size="small"
            placeholder="替换为（空着即删去）"
            aria-label="替换为"
            data-testid="replace-text"
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
          />
          <Button size="small" disabled={hits.length === 0} data-testid="replace-one" onClick={() => void replaceOne()}>
            替换
          </Button>
          <Button
            size="small"
            disabled={hits.length === 0}
            data-testid="replace-all"
            onClick={() => void replace(hits)}
          >
            全部替换
          </Button>
        </div>
      )}
      <div className="xj-find-line is-options">
        <Checkbox
          checked={find.options.exact}
          data-testid="find-exact"
          onChange={(event) => find.setOptions({ ...find.options, exact: event.target.checked })}
        >
          <span title="大写与小写、全角与半角算作不同">区分大小写</span>
        </Checkbox>
        <Checkbox
          checked={find.options.wholeCell}
          data-testid="find-whole"
          onChange={(event) => find.setOptions({ ...find.options, wholeCell: event.target.checked })}
        >
          单元格匹配
        </Checkbox>
        <Select
          size="small"
          value={find.scope}
          options={[...SCOPES]}
          aria-label="查找范围"
          data-testid="find-scope"
          onChange={find.setScope}
        />
      </div>
    </search>
  );
}
