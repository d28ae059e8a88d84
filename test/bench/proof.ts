// 文稿核对 from a file to its findings: the sample plan's own document, and one of 300 pages made of it.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDraftHere } from '#electron/draft/read-draft.ts';
import type { Draft, DraftBlock, DraftTable } from '#shared/draft/draft.ts';
import { proveDraft } from '#shared/proof/prove-draft.ts';
import { makeDocx, paragraph, styled, table, run as wordRun } from '#test/support/make-docx.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { type Measurement, median, milliseconds, runChild, time } from './measure.ts';

const CLI = join(import.meta.dirname, '../../build/xianjie.mjs');
const RUNS = 5;
/** Copies of the sample's document that come to about 300 pages. */
const COPIES = 11;

function rowsOf({ rowCount, columnCount, cells }: DraftTable): string[][] {
  const rows = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => ''));
  for (const { row, column, text } of cells) (rows[row] as string[])[column] = text;
  return rows;
}

function wordOf(block: DraftBlock): string {
  if (block.kind === 'table') return table(rowsOf(block), block.headRows);
  return block.role === 'heading'
    ? styled(`Heading${block.level ?? 1}`, wordRun(block.text))
    : paragraph(wordRun(block.text));
}

async function measure(name: string, file: string): Promise<Measurement[]> {
  const reads: number[] = [];
  const proofs: number[] = [];
  let draft: Draft | undefined;
  for (let turn = 0; turn < RUNS; turn += 1) {
    reads.push(
      await time(async () => {
        draft = await readDraftHere(readFileSync(file), file);
      }),
    );
    proofs.push(await time(() => draft && proveDraft(draft, null)));
  }
  const whole = await runChild(process.execPath, [CLI, 'proof', file, '--json'], [0, 1]);
  return [
    { name: `${name}, read`, value: milliseconds(median(reads)) },
    { name: `${name}, proved`, value: milliseconds(median(proofs)) },
    {
      name: `${name}, the whole command`,
      value: `${milliseconds(whole.ms)}, peak ${Math.round(whole.peakMb)} MB`,
    },
  ];
}

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const own = join(folder, 'plan.docx');
    await runChild(process.execPath, [CLI, 'document', makeWorkbook(folder, { sample: true }), own]);
    const draft = await readDraftHere(readFileSync(own), own);
    const body = draft.blocks.map(wordOf).join('');
    const large = join(folder, 'large.docx');
    writeFileSync(large, makeDocx({ body: body.repeat(COPIES) }));
    const size = (file: string): string => `${Math.round(statSync(file).size / 1024)} KB`;
    return [
      ...(await measure(`.docx of the sample plan (${size(own)})`, own)),
      ...(await measure(`.docx of about 300 pages (${size(large)})`, large)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
