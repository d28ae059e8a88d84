// From bytes to a draft: says by the content what the file is, whatever its name ends in, and calls its reader. Runs in
// the thread, or in a test's own. A reader is loaded when its format comes.
import { type ReadBudget, type ReadLimits, startBudget } from '#electron/excel/read/limits.ts';
import { fileTooLarge, ReadError } from '#electron/excel/read/read-error.ts';
import type { Draft } from '#shared/draft/draft.ts';
import { createDraftWriter, type DraftWriter } from './draft-writer.ts';
import { guessHeadings } from './guess-headings.ts';
import { type DraftKind, sniffDraft } from './sniff.ts';

/** Throws ReadError, DraftRefusal, or whatever a reader stumbles over: `draftError` puts it into words. */
export async function readDraftContent(bytes: Buffer, fileName: string, limits: ReadLimits): Promise<Draft> {
  const budget = startBudget(limits);
  if (bytes.length > budget.fileBytes) throw fileTooLarge(budget);
  const draft = guessHeadings(await readBy(bytes, fileName, budget));
  if (draft.blocks.length === 0) throw new ReadError('empty', '文稿里没有任何文字。');
  return draft;
}

async function readBy(bytes: Buffer, fileName: string, budget: ReadBudget): Promise<Draft> {
  const { kind, content } = await sniffDraft(bytes, budget);
  if (kind === 'docx') return (await import('./docx/read-docx.ts')).readDocx(content);
  const writer = createDraftWriter(budget);
  await readInto(kind, content, fileName, writer, budget);
  return writer.finish(kind === 'fodt' ? 'odt' : kind);
}

async function readInto(
  kind: Exclude<DraftKind, 'docx'>,
  content: Buffer,
  fileName: string,
  writer: DraftWriter,
  budget: ReadBudget,
): Promise<void> {
  switch (kind) {
    case 'doc':
      return (await import('./doc/read-doc.ts')).readDoc(content, writer, budget);
    case 'rtf':
      return (await import('./rtf/read-rtf.ts')).readRtf(content, writer, budget);
    case 'odt':
      return (await import('./odt/read-odt.ts')).readOdt(content, writer, budget);
    case 'fodt':
      return (await import('./odt/read-odt.ts')).readFlatOdt(content, writer, budget);
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(content, writer, budget);
    case 'txt':
      return (await import('./txt/read-txt.ts')).readTxt(content, writer);
    case 'sheet':
      return (await import('./sheet/read-sheets.ts')).readSheets(content, fileName, writer, budget);
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(content, writer, budget);
  }
}
