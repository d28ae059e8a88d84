// The printed document in a frame without scripts, scaled so that its whole width is in sight.
import { Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { fitScale } from './print-choices.ts';

export function PagePreview({ html, title }: { html: string; title: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<'width' | 'real'>('width');
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - 2 * MARGIN));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scale = size && fit === 'width' ? fitScale(room, size.width) : 1;
  return (
    <>
      <div className="xj-preview-bar">
        <Segmented
          size="small"
          value={fit}
          onChange={setFit}
          options={[
            { value: 'width' as const, label: '适合宽度' },
            { value: 'real' as const, label: '实际大小' },
          ]}
        />
        <span className="xj-faint">预览连续显示，不分页；页码、分页以生成的 PDF 为准。</span>
      </div>
      <div className="xj-preview-box" ref={box}>
        <div
          className="xj-preview-page"
          style={size ? { width: size.width * scale, height: size.height * scale } : { visibility: 'hidden' }}
        >
          <iframe
            title={title}
            data-testid="print-preview"
            // Nothing runs in it; the same origin is needed to measure the document.
            sandbox="allow-same-origin"
            srcDoc={html}
            style={{ width: size?.width ?? 1600, height: size?.height ?? 900, transform: `scale(${scale})` }}
            onLoad={(event) => {
              const page = event.currentTarget.contentDocument;
              if (page) setSize(measure(page));
            }}
          />
        </div>
      </div>
    </>
  );
}

/** Room around the page, in px. */
const MARGIN = 16;
/** Width that a page without any table gets. */
const LEAST_WIDTH = 640;

/** The size of the document: as wide as its widest table with the padding of the body. */
function measure(page: Document): { width: number; height: number } {
  const { body, documentElement } = page;
  const style = page.defaultView?.getComputedStyle(body);
  const pixels = (length: string | undefined): number => Number((length ?? '0px').replace('px', ''));
  const padding = pixels(style?.paddingLeft) + pixels(style?.paddingRight);
  const widths = [...body.querySelectorAll<HTMLElement>('table, svg')].map(
    (element) => element.getBoundingClientRect().width,
  );
  const width = Math.ceil(Math.max(LEAST_WIDTH, ...widths) + padding);
  // Titles and notes wrap differently in the final width: it is set before the height is read.
  documentElement.style.width = `${width}px`;
  const height = Math.ceil(body.getBoundingClientRect().height);
  documentElement.style.width = '';
  return { width, height };
}
