// A chart of the page with what can be done with it.
import { Button } from 'antd';
import type { FigureKey } from '#shared/charts/drawing.ts';
import type { ChartSpec } from '#shared/tables/table.ts';
import { Chart } from '../../ui/chart.tsx';
import type { useTableFiles } from './use-table-files.ts';

export function ChartCard(props: {
  chart: ChartSpec;
  files: ReturnType<typeof useTableFiles>;
  onFigure: (figure: FigureKey) => void;
}) {
  const { chart, files } = props;
  return (
    <div className="xj-chart-card">
      <Chart chart={chart} onFigure={props.onFigure} />
      <div className="xj-chart-actions">
        <Button size="small" type="link" onClick={() => void files.copyChart(chart)}>
          复制图
        </Button>
        <Button size="small" type="link" onClick={() => void files.exportCharts(chart, 'png')}>
          存为 PNG…
        </Button>
        <Button size="small" type="link" onClick={() => void files.exportCharts(chart, 'svg')}>
          存为 SVG…
        </Button>
      </div>
    </div>
  );
}
