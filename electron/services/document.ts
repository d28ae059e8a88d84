// The plan's document as a file: chapters, tables and figures as .docx, tables and texts as .xlsx.
import { type Book, writeBook } from '#electron/excel/write/book.ts';
import { addTables } from '#electron/excel/write/tables.ts';
import { writeTextSheet } from '#electron/excel/write/text-sheet.ts';
import type { WordBlock } from '#electron/word/blocks.ts';
import { chartSvg, drawChart } from '#shared/charts/chart-svg.ts';
import { USUAL_SHOWING } from '#shared/format/shown-amount.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { ChartSpec, TableResult } from '#shared/tables/table.ts';
import { chooseParts, unknownParts } from '#shared/text/choose-parts.ts';
import type { DocumentOptions } from '#shared/text/document-options.ts';
import { evaluateTemplate, piecesText } from '#shared/text/evaluate.ts';
import { type Block, documentOutline } from '#shared/text/outline.ts';
import { partLabels } from '#shared/text/plan-parts.ts';
import { AppError } from '#shared/values/app-error.ts';
import { assertOtherFile, tablesOf, type Written, written } from './export.ts';
import type { Session } from './session.ts';
import { stateCodeOf } from './state-code.ts';

/** Draws SVG as PNG pictures; refuses with `printer-missing` where there is nothing to draw with. */
type Rasterise = (svgs: readonly string[], scale: number) => Promise<Buffer[]>;

export interface DocumentWork {
  rasterise: Rasterise;
  progress: (text: string, done: number) => void;
}

type CodedOptions = DocumentOptions & { code: string };

/** About 350 dots an inch in the width of a page. */
const PICTURE_SCALE = 3;
export const DOCUMENT_STEPS = 3;

/** Writes the document by the ending of the target; `notes` says what could not be written. Throws `not-found` for an unknown part. */
export async function exportDocument(
  session: Session,
  target: string,
  options: DocumentOptions,
  work: DocumentWork,
): Promise<Written & { notes: string[] }> {
  assertOtherFile(target, session.file.path);
  const data = session.planData();
  const outline = documentOutline(data);
  const [unknown] = unknownParts(outline, options.parts ?? []);
  if (unknown !== undefined) {
    throw new AppError('not-found', `文稿里没有“${unknown}”这一部分。用 xianjie document 工作簿 可列出全部。`);
  }
  const isWord = target.toLowerCase().endsWith('.docx');
  const dated = new Map(
    tablesOf(session, isWord ? { showings: { '*': USUAL_SHOWING } } : {}).map((table) => [table.id, table]),
  );
  const blocks = chooseParts(outline, options.parts).map((block) =>
    block.kind === 'table' ? { ...block, table: dated.get(block.id) ?? block.table } : block,
  );
  const code = stateCodeOf(session);
  const notes = isWord
    ? await writeDocx(target, blocks, data, { ...options, code }, work)
    : await writeXlsx(target, blocks, data, { ...options, code });
  work.progress('已写完', DOCUMENT_STEPS);
  return { ...written(target), notes };
}

async function writeDocx(
  target: string,
  blocks: readonly Block[],
  data: PlanData,
  options: CodedOptions,
  { rasterise, progress }: DocumentWork,
): Promise<string[]> {
  const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  progress(`正在画 ${charts.length} 幅图`, 0);
  const notes: string[] = [];
  const pictures = await draw(charts, rasterise, notes);
  progress('正在写 Word 文档', 1);
  const { writeWordDocument } = await import('#electron/word/document.ts');
  const word = blocks.flatMap((block) => wordBlock(block, data, pictures));
  const { look, numbering, contents, code } = options;
  const title = options.title.split('\n').filter((line) => line.trim() !== '');
  await writeWordDocument(target, word, { look, numbering, contents, title, code });
  return notes;
}

interface Picture {
  png: Buffer;
  width: number;
  height: number;
}

/** Pictures by chart id; without a browser the document goes without them and says so. */
async function draw(
  charts: readonly ChartSpec[],
  rasterise: Rasterise,
  notes: string[],
): Promise<Map<string, Picture>> {
  if (charts.length === 0) return new Map();
  try {
    const pngs = await rasterise(
      charts.map((chart) => chartSvg(chart)),
      PICTURE_SCALE,
    );
    return new Map(
      charts.flatMap((chart, index) => {
        const png = pngs[index];
        const { width, height } = drawChart(chart);
        return png ? [[chart.id, { png, width, height }] as const] : [];
      }),
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'printer-missing') throw error;
    notes.push(`${charts.length} 幅图没有写入：${error.message}`);
    return new Map();
  }
}

function wordBlock(block: Block, data: PlanData, pictures: ReadonlyMap<string, Picture>): WordBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, text: block.text }];
    case 'paragraph':
      return splitLines(evaluateTemplate(block.template, data, partLabels(data))).map((texts) => ({
        kind: 'paragraph',
        texts,
      }));
    case 'table': {
      const { id, number, title } = block.table;
      return [{ kind: 'table', id, number, title, table: block.table }];
    }
    case 'chart': {
      const { id, number, title } = block.chart;
      const picture = pictures.get(id);
      return picture ? [{ kind: 'picture', id, number, title, ...picture }] : [];
    }
  }
}

type Texts = { text: string; reference?: string | undefined }[];

/** A line break in a paragraph's wording begins a paragraph. */
function splitLines(pieces: Texts): Texts[] {
  const lines: Texts[] = [[]];
  for (const piece of pieces) {
    piece.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...piece, text });
    });
  }
  return lines.filter((line) => line.length > 0);
}

async function writeXlsx(
  target: string,
  blocks: readonly Block[],
  data: PlanData,
  { formulas, code }: CodedOptions,
): Promise<string[]> {
  const labels = partLabels(data);
  const tables = blocks.flatMap((block): TableResult[] => (block.kind === 'table' ? [block.table] : []));
  const said = chooseParts(blocks.filter(({ kind }) => kind === 'heading' || kind === 'paragraph'));
  const lines = said.flatMap((block) => {
    if (block.kind === 'heading') return [{ text: block.text, isHeading: true }];
    if (block.kind !== 'paragraph') return [];
    return piecesText(evaluateTemplate(block.template, data, labels))
      .split('\n')
      .map((text) => ({ text, isHeading: false }));
  });
  const fill = (book: Book): void => {
    if (lines.length > 0 || tables.length === 0) writeTextSheet(book, lines);
    addTables(book, tables, { formulas });
  };
  const cut = await writeBook(target, fill, code);
  const charts = blocks.filter(({ kind }) => kind === 'chart').length;
  return charts > 0 ? [`Excel 文件里不放图，${charts} 幅图请用 Word 文档输出。`, ...cut] : cut;
}
