// One chart of the plan, drawn as SVG; the drawing program is loaded when the first chart is shown.
import { useEffect, useRef } from 'react';
import type { ChartSpec } from '#shared/tables/table.ts';
import { chartOptions } from './chart-options.ts';

export function Chart({ chart, height = 300 }: { chart: ChartSpec; height?: number }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let stop: (() => void) | undefined;
    let isGone = false;
    void import('./chart-engine.ts').then(({ init }) => {
      if (isGone) return;
      let drawing: ReturnType<typeof init> | undefined;
      // While the page is hidden it has no size; the drawing waits for one.
      const observer = new ResizeObserver(() => {
        if (element.clientWidth === 0) return;
        if (drawing) drawing.resize();
        else {
          drawing = init(element, null, { renderer: 'svg' });
          drawing.setOption(chartOptions(chart));
        }
      });
      observer.observe(element);
      stop = () => {
        observer.disconnect();
        drawing?.dispose();
      };
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [chart]);
  return <div ref={host} role="img" aria-label={chart.title} style={{ height }} data-testid={`chart-${chart.id}`} />;
}
