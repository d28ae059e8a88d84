// Pages in a scrolling box, only those in sight drawn: the preview itself, and its small pictures.
import { type RefObject, useEffect, useState } from 'react';
import { signedDocument } from '../../../ui/style-nonce.ts';
import { type PageBox, PX_PER_MM, pagesInSight } from './preview-layout.ts';
import type { Preview } from './use-preview.ts';

interface Props {
  preview: Preview;
  boxes: readonly PageBox[];
  scale: number;
  size: { width: number; height: number };
  /** The box that scrolls. */
  scroller: RefObject<HTMLDivElement | null>;
  onRange: (range: { from: number; to: number }) => void;
  /** Small pictures can be clicked and have their number below. */
  onPick?: (index: number) => void;
  current?: number;
  testId: string;
}

export function PageStrip({ preview, boxes, scale, size, scroller, onRange, onPick, current, testId }: Props) {
  const range = useInSight(scroller, boxes, onRange);
  return (
    <div className="xj-strip" style={{ width: size.width, height: size.height }}>
      {boxes.slice(range.from, range.to).map((box, at) => {
        const index = range.from + at;
        const [width, height] = preview.sheets[index] ?? [1, 1];
        const html = preview.html(index);
        const frame = html !== undefined && (
          <iframe
            title={`第 ${index + 1} 页`}
            // Nothing runs in it, and it cannot be reached: a picture of the page.
            sandbox=""
            tabIndex={-1}
            srcDoc={signedDocument(html)}
            style={{ width: width * PX_PER_MM, height: height * PX_PER_MM, transform: `scale(${scale})` }}
          />
        );
        const place = { left: box.left, top: box.top, width: box.width, height: box.height };
        return onPick ? (
          <button
            key={index}
            type="button"
            className={index === current ? 'xj-sheet is-here' : 'xj-sheet'}
            style={place}
            aria-label={`到第 ${index + 1} 页`}
            onClick={() => onPick(index)}
            data-testid={`${testId}-${index + 1}`}
          >
            {frame}
            <span>{index + 1}</span>
          </button>
        ) : (
          <div key={index} className="xj-sheet" style={place} data-testid={`${testId}-${index + 1}`}>
            {frame}
          </div>
        );
      })}
    </div>
  );
}

/** The pages in sight, told again after each scroll and change of size. */
function useInSight(scroller: Props['scroller'], boxes: readonly PageBox[], onRange: Props['onRange']) {
  const [range, setRange] = useState({ from: 0, to: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      const next = pagesInSight(boxes, element.scrollTop, element.clientHeight);
      setRange((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller, boxes]);
  useEffect(() => onRange(range), [range, onRange]);
  return range;
}
