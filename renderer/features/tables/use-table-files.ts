// What leaves the tables page: spreadsheets, pictures, the clipboard.
import { chartSvg } from '#shared/charts/chart-svg.ts';
import { type ChartSpec, chartTitle, type TableResult } from '#shared/tables/table.ts';
import type { TableShowing } from '#shared/tables/table-unit.ts';
import { useWorkbook } from '../../api/queries.ts';
import { suggestName, tellWritten } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { tableMarkup, tableText } from './table-text.ts';

/** Pixels of a copied picture as a multiple of its size on the screen: sharp on paper. */
const COPY_SCALE = 3;

export function useTableFiles(showings: Record<string, TableShowing>) {
  const session = useSession();
  const workbook = useWorkbook();

  const put = async (items: Record<string, Blob>, what: string): Promise<void> => {
    try {
      await navigator.clipboard.write([new ClipboardItem(items)]);
      session.messenger.current.success(`${what}已复制，可以粘贴到 Excel、WPS 或 Word 里。`);
    } catch {
      session.messenger.current.warn('浏览器不允许写剪贴板；请改用导出。');
    }
  };

  return {
    async exportTables(table: TableResult | null): Promise<void> {
      const what = table ? table.number : '汇总表';
      const file = await session.chooseSave('xlsx', `导出${what}`, `${suggestName(workbook, what)}.xlsx`);
      if (!file) return;
      const ids = table ? { ids: [table.id] } : {};
      const written = await session.attempt('正在导出汇总表', () =>
        session.call('export.tables', { token: file.token, showings, ...ids }),
      );
      tellWritten(session, written, what);
    },
    /** One chart to a file of its format, or all of them into one .zip. */
    async exportCharts(chart: ChartSpec | null, format: 'svg' | 'png'): Promise<void> {
      const kind = chart ? format : 'zip';
      const what = chart ? chartTitle(chart).replace(/\s+/g, ' ') : '图';
      const file = await session.chooseSave(kind, `导出${what}`, `${suggestName(workbook, what)}.${kind}`);
      if (!file) return;
      const ids = chart ? { ids: [chart.id] } : {};
      const written = await session.attempt('正在画图', () =>
        session.call('export.charts', { token: file.token, format, showings, ...ids }),
      );
      tellWritten(session, written, written && !chart ? `${written.pictures} 张图` : what);
    },
    async exportDesigns(): Promise<void> {
      const what = '汇总表表样';
      const file = await session.chooseSave('designs', `导出${what}`, `${suggestName(workbook, what)}.xjtables`);
      if (!file) return;
      const written = await session.attempt('正在导出表样', () =>
        session.call('designs.export', { token: file.token }),
      );
      tellWritten(session, written, written ? `${written.tables} 张表的表样` : what);
    },
    async importDesigns(): Promise<void> {
      const [file] = (await session.chooseOpen('designs', '装入汇总表表样')) ?? [];
      if (!file) return;
      const done = await session.attempt('正在装入表样', () => session.write('designs.import', { token: file.token }));
      if (!done) return;
      const { added, changed, known } = done;
      session.messenger.current.success(
        `新增 ${added.length} 张汇总表，改动 ${changed.length} 张，原样已有 ${known} 张。可以撤销。`,
      );
    },
    copyTable(table: TableResult): Promise<void> {
      const items = {
        'text/html': new Blob([tableMarkup(table)], { type: 'text/html' }),
        'text/plain': new Blob([tableText(table)], { type: 'text/plain' }),
      };
      return put(items, table.number);
    },
    async copyChart(chart: ChartSpec): Promise<void> {
      await put({ 'image/png': await pictureOf(chart) }, chart.number);
    },
  };
}

/** The chart as a picture with white ground. */
async function pictureOf(chart: ChartSpec): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartSvg(chart, { caption: true }))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * COPY_SCALE;
  canvas.height = image.naturalHeight * COPY_SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
