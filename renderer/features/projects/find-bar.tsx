// Ctrl+F: goes from one cell that holds the text to the next.
import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../../session.ts';
import { foldText } from './filters/fold-text.ts';
import type { GridData, GridState } from './grid-state.ts';
import type { CellAt } from './selection.ts';

export function FindBar({ grid, data, close }: { grid: GridState; data: GridData; close: () => void }) {
  const session = useSession();
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus({ cursor: 'all' }), []);
  const hits = useMemo(() => findCells(data, text), [data, text]);

  const go = (by: 1 | -1): void => {
    if (hits.length === 0) return;
    const next = (at + by + hits.length) % hits.length;
    const hit = hits[next];
    setAt(next);
    if (hit) grid.select(hit);
  };
  const leave = (): void => {
    close();
    session.grid.current?.focus();
  };
  return (
    <search className="xj-find" data-testid="find-bar">
      <Input
        ref={field}
        size="small"
        placeholder="在显示的单元格中查找"
        aria-label="查找"
        data-testid="find-text"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(-1);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') leave();
        }}
      />
      <span className="xj-find-count" data-testid="find-count">
        {text === '' ? '' : hits.length === 0 ? '没有找到' : `${Math.max(at, 0) + (at < 0 ? 0 : 1)} / ${hits.length}`}
      </span>
      <Button size="small" type="text" icon={<UpOutlined />} aria-label="上一个" onClick={() => go(-1)} />
      <Button size="small" type="text" icon={<DownOutlined />} aria-label="下一个" onClick={() => go(1)} />
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label="关闭查找" onClick={leave} />
    </search>
  );
}

/** The cells whose shown text holds the searched one; amounts match with and without separators. */
function findCells(data: GridData, text: string): CellAt[] {
  const wanted = foldText(text.trim());
  if (wanted === '') return [];
  return data.rows.rows.flatMap((row, index) =>
    data.columns.flatMap((column, col) => {
      const holds = [data.reader.display(row, column), data.reader.plain(row, column)].some((shown) =>
        foldText(shown).includes(wanted),
      );
      return holds ? [{ row: index, col }] : [];
    }),
  );
}
