// Writing the plan's charts as picture files.
import { extname } from 'node:path';
import { zipFiles } from '#electron/excel/write/patch/package.ts';
import { replaceFile } from '#electron/files/replace-file.ts';
import { chartSvg } from '#shared/charts/chart-svg.ts';
import type { MethodArgs } from '#shared/contract/methods.ts';
import { USUAL_SHOWING } from '#shared/format/shown-amount.ts';
import { type ChartSpec, chartTitle } from '#shared/tables/table.ts';
import { AppError } from '#shared/values/app-error.ts';
import { assertOtherFile, tablesOf, type Written, written } from './export.ts';
import type { Session } from './session.ts';

type WantedCharts = Omit<MethodArgs<'export.charts'>, 'token'>;
/** Turns drawings into PNG pictures; given by the program around. */
type Rasterise = (svgs: readonly string[], scale: number) => Promise<Buffer[]>;

/**
 * Writes charts to `target` by its ending: .svg or .png for one, .zip for several. Throws AppError `not-found` for an
 * unknown chart, `invalid-input` where one file is to hold several.
 */
export async function exportCharts(
  session: Session,
  target: string,
  wanted: WantedCharts,
  rasterise: Rasterise,
): Promise<Written & { pictures: number }> {
  assertOtherFile(target, session.file.path);
  const charts = chartsOf(session, wanted);
  const ending = extname(target).toLowerCase();
  const isZip = ending === '.zip';
  if (!isZip && charts.length !== 1)
    throw new AppError('invalid-input', `一个 ${ending} 文件只能放一张图，这里有 ${charts.length} 张。请写成 .zip。`);
  const format = isZip ? wanted.format : ending === '.svg' ? 'svg' : 'png';
  const svgs = charts.map((chart) => chartSvg(chart, { caption: true }));
  const files: (string | Buffer)[] = format === 'svg' ? svgs : await rasterise(svgs, wanted.scale);
  const named = new Map(charts.map((chart, index) => [`${fileName(chart)}.${format}`, files[index] ?? '']));
  await replaceFile(target, isZip ? zipFiles(named) : Buffer.from(files[0] ?? ''));
  return { ...written(target), pictures: charts.length };
}

function chartsOf(session: Session, { ids, showings }: WantedCharts): ChartSpec[] {
  const charts = tablesOf(session, { showings: { '*': USUAL_SHOWING, ...showings } }).flatMap((table) => table.charts);
  const isNamed = (chart: ChartSpec, name: string): boolean => [chart.id, chart.number, chart.title].includes(name);
  const missing = ids?.find((id) => !charts.some((chart) => isNamed(chart, id)));
  if (missing !== undefined) {
    const known = charts.map(({ number, title }) => `${number}（${title}）`).join('、');
    throw new AppError('not-found', `没有“${missing}”这张图。现有：${known}。`);
  }
  return ids ? charts.filter((chart) => ids.some((id) => isNamed(chart, id))) : charts;
}

/** Without the characters that a file name cannot have. */
function fileName(chart: ChartSpec): string {
  return chartTitle(chart)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .replace(/\s+/g, ' ')
    .slice(0, 80);
}
