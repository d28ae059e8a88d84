// The findings line by line under their groups. Keys: arrows move, Enter goes to the cell, Space ticks (Ctrl+A all), ← folds.
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Finding } from '#shared/checks/finding.ts';
import { goToFinding } from '../../commands/finding-jump.ts';
import { useSession } from '../../session.ts';
import type { FindingView } from '../../state/finding-view.ts';
import { WindowedList, type WindowedListHandle } from '../../ui/windowed-list.tsx';
import type { Arranged } from './finding-arrange.ts';
import { explainable, FindingLine, GroupLine } from './finding-line.tsx';

const ROW_HEIGHT = 30;

export function FindingList({ arranged, view }: { arranged: Arranged; view: FindingView }) {
  const session = useSession();
  const { findingView } = session;
  const list = useRef<WindowedListHandle>(null);
  const { rows } = arranged;
  const at = rows.findIndex((row) => row.kind === 'finding' && row.finding.key === view.current);

  // Where F8 or the detail pane went on, the list follows.
  useEffect(() => {
    if (at >= 0) list.current?.reveal(at);
  }, [at]);

  const look = (finding: Finding): void =>
    findingView.set({ current: finding.key, at: arranged.findings.indexOf(finding) });
  const toggleGroup = (key: string): void =>
    findingView.set(({ collapsed }) => ({ collapsed: toggled(collapsed, [key], !collapsed.has(key)) }));
  const tick = (keys: readonly string[], isTicked: boolean): void =>
    findingView.set(({ ticked }) => ({ ticked: toggled(ticked, keys, isTicked) }));

  const move = (step: number): void => {
    let next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
    while (rows[next]?.kind === 'group') next += Math.sign(step);
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (row?.kind === 'finding') look(row.finding);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    const current = row?.kind === 'finding' ? row.finding : null;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };
    const step = steps[event.key];
    if (step !== undefined) move(step);
    else if (event.key === 'Home') move(-rows.length);
    else if (event.key === 'End') move(rows.length);
    else if (event.key === 'Enter' && current) goToFinding(session, current);
    else if (event.key === ' ' && current) tick([current.key], !view.ticked.has(current.key));
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) tick(explainable(arranged.findings), true);
    else if (event.key === 'ArrowLeft' && current) {
      const group = rows.slice(0, at).findLast((candidate) => candidate.kind === 'group');
      if (group?.kind === 'group') toggleGroup(group.key);
    } else return;
    event.preventDefault();
  };
  return (
    <WindowedList
      handle={list}
      count={rows.length}
      rowHeight={ROW_HEIGHT}
      label="审核结果"
      activeId={at < 0 ? undefined : `finding-${at}`}
      onKeyDown={onKeyDown}
      renderRow={(index) => {
        const row = rows[index];
        if (!row) return null;
        if (row.kind === 'group') {
          return (
            <GroupLine
              key={row.key}
              row={row}
              ticked={view.ticked}
              onTick={tick}
              onToggle={() => toggleGroup(row.key)}
            />
          );
        }
        const { finding } = row;
        return (
          <FindingLine
            key={`${index}:${finding.key}`}
            id={`finding-${index}`}
            finding={finding}
            isCurrent={index === at}
            isTicked={view.ticked.has(finding.key)}
            onTick={(isTicked) => tick([finding.key], isTicked)}
            onLook={() => {
              look(finding);
              list.current?.focus();
            }}
            onLocate={() => goToFinding(session, finding)}
          />
        );
      }}
    />
  );
}

function toggled(before: ReadonlySet<string>, keys: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(before);
  for (const key of keys) {
    if (isIn) next.add(key);
    else next.delete(key);
  }
  return next;
}
