// 自动修正: every certain repair with the cell before and after; the ticked ones are made as one undo step.

import { Checkbox, Empty, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { FIXES } from '#shared/checks/fix-kinds.ts';
import type { Fix } from '#shared/checks/fixes.ts';
import { NAMELESS } from '#shared/domain/project.ts';
import { WindowedList } from '../../ui/windowed-list.tsx';
import { useMakeFixes } from './use-fixes.ts';
import './check-dialogs.css';

type Line = { kind: 'group'; title: string; reason: string; ids: string[] } | { kind: 'fix'; fix: Fix };

function linesOf(fixes: readonly Fix[]): Line[] {
  return FIXES.flatMap(({ kind, title, reason }): Line[] => {
    const own = fixes.filter((fix) => fix.kind === kind);
    if (own.length === 0) return [];
    const head: Line = { kind: 'group', title: `${title}（${own.length} 处）`, reason, ids: own.map(({ id }) => id) };
    return [head, ...own.map((fix): Line => ({ kind: 'fix', fix }))];
  });
}

export function FixesDialog({ fixes, close }: { fixes: readonly Fix[]; close: () => void }) {
  const makeFixes = useMakeFixes();
  const lines = useMemo(() => linesOf(fixes), [fixes]);
  // What is left out is kept, so that a repair that turns up meanwhile is ticked like the others.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = fixes.filter(({ id }) => !left.has(id));
  const choose = (ids: readonly string[], isChosen: boolean): void =>
    setLeft((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isChosen) next.delete(id);
        else next.add(id);
      }
      return next;
    });
  return (
    <Modal
      open
      title="自动修正"
      width={860}
      data-testid="fixes"
      onCancel={close}
      cancelText="取消"
      okText={chosen.length === fixes.length ? `全部修正（${chosen.length} 处）` : `修正选中的 ${chosen.length} 处`}
      okButtonProps={{ disabled: chosen.length === 0, 'data-testid': 'fixes-make' }}
      onOk={() => {
        void makeFixes(chosen.map(({ id }) => id));
        close();
      }}
    >
      <p className="xj-faint">只列出结果唯一、不改变意思的修正。整批是一步，可以撤销。</p>
      {fixes.length === 0 ? (
        <Empty description="没有可以自动修正的内容" />
      ) : (
        <div className="xj-fix-list">
          <WindowedList
            label="自动修正"
            count={lines.length}
            rowHeight={30}
            renderRow={(index) => {
              const line = lines[index];
              if (!line) return null;
              if (line.kind === 'fix') {
                return <FixLine key={line.fix.id} fix={line.fix} isChosen={!left.has(line.fix.id)} onChoose={choose} />;
              }
              const taken = line.ids.filter((id) => !left.has(id)).length;
              return (
                <div key={line.title} className="xj-fix-group" title={line.reason}>
                  <Checkbox
                    checked={taken === line.ids.length}
                    indeterminate={taken > 0 && taken < line.ids.length}
                    onChange={(event) => choose(line.ids, event.target.checked)}
                  >
                    <b>{line.title}</b>
                  </Checkbox>
                  <span className="xj-faint">{line.reason}</span>
                </div>
              );
            }}
          />
        </div>
      )}
    </Modal>
  );
}

function FixLine(props: { fix: Fix; isChosen: boolean; onChoose: (ids: readonly string[], is: boolean) => void }) {
  const { fix, isChosen, onChoose } = props;
  return (
    <div className="xj-fix" data-testid="fix">
      <Checkbox checked={isChosen} aria-label="修正" onChange={(event) => onChoose([fix.id], event.target.checked)} />
      <span title={fix.project}>{fix.project || NAMELESS}</span>
      <span className="xj-faint">{fix.column}</span>
      <FixChange fix={fix} />
    </div>
  );
}

/** 原值 → 新值, with the spaces that are the point of a repair made visible. */
export function FixChange({ fix }: { fix: Fix }) {
  return (
    <span className="xj-fix-change">
      <del>{fix.before === '' ? '（空）' : fix.before.replaceAll(' ', '␣').replaceAll('\u3000', '□')}</del>
      {' → '}
      <ins>{fix.after.replaceAll(' ', '␣')}</ins>
    </span>
  );
}
