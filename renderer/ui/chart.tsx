// One chart of the plan, the same drawing that is printed. A click on a part asks for the figure behind it; the table
// beside it gives the same figures to the keyboard.
import { useEffect, useRef } from 'react';
import { chartSvg } from '#shared/charts/chart-svg.ts';
import type { FigureKey } from '#shared/charts/drawing.ts';
import { type ChartSpec, chartTitle } from '#shared/tables/table.ts';

export function Chart({ chart, onFigure }: { chart: ChartSpec | undefined; onFigure?: (figure: FigureKey) => void }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!chart || !host.current) return;
    const drawing = new DOMParser().parseFromString(chartSvg(chart), 'image/svg+xml').documentElement;
    host.current.replaceChildren(document.importNode(drawing, true));
  }, [chart]);
  useEffect(() => {
    const element = host.current;
    if (!element || !onFigure) return;
    const ask = ({ target }: MouseEvent): void => {
      const { row, column } = target instanceof SVGElement ? target.dataset : {};
      if (row !== undefined && column !== undefined) onFigure({ row, column });
    };
    element.addEventListener('click', ask);
    return () => element.removeEventListener('click', ask);
  }, [onFigure]);
  if (!chart) return null;
  return (
    <figure className={`xj-chart${onFigure ? ' is-live' : ''}`} data-testid={`chart-${chart.id}`}>
      <div ref={host} />
      <figcaption>{chartTitle(chart)}</figcaption>
    </figure>
  );
}
