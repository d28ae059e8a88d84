// The preview: the pages as they come out, with small pictures, go to page, zoom, one or two side by side.
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, InputNumber, Segmented, Select, Spin } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PrintJob } from '#shared/print/print-job.ts';
import { errorText } from '../../../state/call.ts';
import { PageStrip } from './page-strip.tsx';
import { currentPage, GAP, placePages, scaleFor, type Zoom } from './preview-layout.ts';
import { usePreview } from './use-preview.ts';

const THUMB_WIDTH = 118;
const NOTHING = { from: 0, to: 0 };
const ZOOMS: { value: Zoom; label: string }[] = [
  { value: 'width', label: '适合宽度' },
  { value: 'page', label: '整页' },
  { value: 0.5, label: '50%' },
  { value: 0.75, label: '75%' },
  { value: 1, label: '100%' },
  { value: 1.5, label: '150%' },
  { value: 2, label: '200%' },
];

export function PagePreview({ job }: { job: PrintJob }) {
  const main = useRef<HTMLDivElement>(null);
  const thumbs = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>('page');
  const [columns, setColumns] = useState<1 | 2>(1);
  const [ranges, setRanges] = useState({ main: NOTHING, thumbs: NOTHING });
  const { preview, error, isSetting, retry } = usePreview(job, [ranges.main, ranges.thumbs]);
  const room = useRoom(main);
  const sheets = preview?.sheets ?? [];
  const scale = scaleFor(zoom, sheets, columns, room);
  const placed = useMemo(() => placePages(sheets, scale, columns, room.width), [sheets, scale, columns, room.width]);
  const thumbScale = scaleFor('width', sheets, 1, { width: THUMB_WIDTH + 2 * GAP, height: 0 });
  const small = useMemo(() => placePages(sheets, thumbScale, 1, THUMB_WIDTH + 2 * GAP), [sheets, thumbScale]);
  const [current, setCurrent] = useState(0);

  const goTo = useCallback(
    (index: number): void => {
      const box = placed.boxes[Math.max(0, Math.min(placed.boxes.length - 1, index))];
      if (box) main.current?.scrollTo({ top: box.top - GAP });
    },
    [placed],
  );
  const seeMain = useCallback((range: typeof NOTHING) => setRanges((before) => ({ ...before, main: range })), []);
  const seeThumbs = useCallback((range: typeof NOTHING) => setRanges((before) => ({ ...before, thumbs: range })), []);

  // Another size or another order of pages: the page one was looking at stays where it was.
  const seen = useRef(0);
  seen.current = current;
  useEffect(() => goTo(seen.current), [goTo]);

  // The small picture of the page one is looking at stays in sight.
  useEffect(() => {
    const box = small.boxes[current];
    const list = thumbs.current;
    if (!box || !list) return;
    if (box.top < list.scrollTop || box.top + box.height > list.scrollTop + list.clientHeight)
      list.scrollTo({ top: box.top - list.clientHeight / 3 });
  }, [current, small]);

  return (
    <>
      <div className="xj-preview-bar">
        <Button
          size="small"
          type="text"
          icon={<LeftOutlined />}
          aria-label="上一页"
          onClick={() => goTo(current - columns)}
        />
        <InputNumber
          size="small"
          min={1}
          max={Math.max(1, sheets.length)}
          precision={0}
          value={current + 1}
          controls={false}
          aria-label="到第几页"
          onChange={(page) => page !== null && goTo(page - 1)}
          data-testid="preview-page"
        />
        <span data-testid="preview-count">/ {sheets.length} 页</span>
        <Button
          size="small"
          type="text"
          icon={<RightOutlined />}
          aria-label="下一页"
          onClick={() => goTo(current + columns)}
        />
        <Segmented
          size="small"
          value={columns}
          onChange={setColumns}
          options={[
            { value: 1 as const, label: '单页' },
            { value: 2 as const, label: '双页' },
          ]}
        />
        <Select
          size="small"
          value={zoom}
          onChange={setZoom}
          options={ZOOMS}
          aria-label="显示比例"
          style={{ width: 96 }}
        />
        {isSetting && preview && <Spin size="small" />}
      </div>
      {preview && preview.notes.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="xj-preview-notes"
          title={preview.notes.map((note) => <p key={note}>{note}</p>)}
          data-testid="preview-notes"
        />
      )}
      {error && (
        <Alert
          type="error"
          showIcon
          title={`预览没有生成：${errorText(error)}`}
          action={
            <Button size="small" onClick={retry}>
              重试
            </Button>
          }
        />
      )}
      <div className="xj-preview-panes">
        <div className="xj-thumbs" ref={thumbs}>
          {preview && (
            <PageStrip
              {...{ preview, boxes: small.boxes, scale: thumbScale, size: small, scroller: thumbs, current }}
              onRange={seeThumbs}
              onPick={goTo}
              testId="thumb"
            />
          )}
        </div>
        <div
          className="xj-preview-box"
          ref={main}
          onScroll={(event) => setCurrent(currentPage(placed.boxes, event.currentTarget.scrollTop))}
          data-testid="print-preview"
        >
          {!preview && !error && <Spin className="xj-page-spin" description="正在排版" />}
          {preview && room.width > 0 && (
            <PageStrip
              {...{ preview, boxes: placed.boxes, scale, size: placed, scroller: main }}
              onRange={seeMain}
              testId="sheet"
            />
          )}
        </div>
      </div>
    </>
  );
}

/** Inner size of the scrolling box. */
function useRoom(box: React.RefObject<HTMLDivElement | null>): { width: number; height: number } {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return room;
}
