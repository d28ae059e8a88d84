// A list of lines of one height that draws only those in sight: tens of thousands scroll like ten.
import { type KeyboardEvent, type ReactNode, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import './windowed-list.css';

/** Lines drawn beyond the edges, so that a quick wheel shows no gap. */
const SPARE = 8;

export interface WindowedListHandle {
  /** Brings a line into sight with as little movement as possible. */
  reveal(index: number): void;
  focus(): void;
}

export function WindowedList(props: {
  count: number;
  rowHeight: number;
  renderRow: (index: number) => ReactNode;
  label: string;
  handle?: React.Ref<WindowedListHandle>;
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
  /** The id of the line that the keyboard is on. */
  activeId?: string | undefined;
}) {
  const { count, rowHeight, renderRow, label, handle, onKeyDown, activeId } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useImperativeHandle(handle, () => ({
    reveal(index) {
      const element = frame.current;
      if (!element) return;
      const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight];
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    },
    focus: () => frame.current?.focus({ preventScroll: true }),
  }));
  const first = Math.max(0, Math.floor(view.top / rowHeight) - SPARE);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + SPARE);
  return (
    <div
      ref={frame}
      className="xj-windowed"
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={activeId}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
    >
      <div className="xj-windowed-all" style={{ height: count * rowHeight }}>
        <div style={{ transform: `translateY(${first * rowHeight}px)` }}>
          {Array.from({ length: Math.max(0, last - first) }, (_, offset) => renderRow(first + offset))}
        </div>
      </div>
    </div>
  );
}
