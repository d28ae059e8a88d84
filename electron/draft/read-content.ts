// From bytes to a draft: says by the content what the file is, whatever its name ends in, and calls its reader. Runs in
// the thread, or in a test's own. A reader is loaded when its format comes.
import { type ReadBudget, type ReadLimits, startBudget } from '#electron/excel/read/limits.ts';
import { fileTooLarge, notAWorkbook, ReadError } from '#electron/excel/read/read-error.ts';
import type { Draft, DraftFormat } from '#shared/draft/draft.ts';
import { createDraftWriter, type DraftWriter } from './draft-writer.ts';
import { guessHeadings } from './guess-headings.ts';
import { sniffDraft } from './sniff.ts';

/** Throws ReadError, DraftRefusal, or whatever a reader stumbles over: `draftError` puts it into words. */
export async function readDraftContent(bytes: Buffer, fileName: string, limits: ReadLimits): Promise<Draft> {
  const budget = startBudget(limits);
  if (bytes.length > budget.fileBytes) throw fileTooLarge(budget);
  const writer = createDraftWriter(budget);
  const format = await readBy(bytes, fileName, writer, budget);
  const draft = guessHeadings(writer.finish(format));
  if (draft.blocks.length === 0) throw new ReadError('empty', '文稿里没有任何文字。');
  return draft;
}

async function readBy(bytes: Buffer, fileName: string, writer: DraftWriter, budget: ReadBudget): Promise<DraftFormat> {
  const { kind, content } = await sniffDraft(bytes, budget);
  switch (kind) {
    case 'sheet':
      await (await import('./sheet/read-sheets.ts')).readSheets(content, fileName, writer, budget);
      return 'sheet';
    case 'odt':
      await (await import('./odt/read-odt.ts')).readOdt(content, writer, budget);
      return 'odt';
    case 'fodt':
      (await import('./odt/read-odt.ts')).readFlatOdt(content, writer, budget);
      return 'odt';
    case 'html':
      (await import('./html/read-html.ts')).readHtml(content, writer, budget);
      return 'html';
    case 'txt':
      (await import('./txt/read-txt.ts')).readTxt(content, writer);
      return 'txt';
    default:
      throw notAWorkbook(kind);
  }
}
