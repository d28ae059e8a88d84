// The door of reading drafts: a document of any kind in, its paragraphs and tables out; everything risky stays in a thread.
import { DEFAULT_READ_LIMITS, type ReadLimits } from '#electron/excel/read/limits.ts';
import { createReadingThreads } from '#electron/excel/read/reading-thread.ts';
import { runInThread } from '#electron/excel/read/run-in-thread.ts';
import type { Draft } from '#shared/draft/draft.ts';
import { AppError } from '#shared/values/app-error.ts';
import { draftError } from './draft-error.ts';
import type { DraftAnswer, DraftOrder } from './draft-order.ts';

/** Bytes of a file after which the thread is not kept for the next one. */
const LARGE = 16 * 1024 * 1024;
/** Whole documents are made in the thread, so much of what is made stays. */
const YOUNG_MEGABYTES = 32;

const DRAFT_LIMITS: Readonly<ReadLimits> = { ...DEFAULT_READ_LIMITS, cells: 1_000_000, characters: 20_000_000 };

/** Beside this file in development; the bundle has it as draft-worker.js beside the chunk that holds this code. */
const threads = createReadingThreads(
  new URL(import.meta.url.endsWith('.ts') ? './draft-worker.ts' : './draft-worker.js', import.meta.url),
  YOUNG_MEGABYTES,
);

export interface DraftOptions {
  signal?: AbortSignal;
  limits?: Partial<ReadLimits>;
}

/**
 * Reads a document: Word (.docx, .doc, .wps), PDF with text, .odt, .rtf, text files, web pages, spreadsheets. What it is,
 * its content says. `source` is a path or the bytes, `name` the file's name for messages. Rejects with AppError only:
 * unsupported-file, encrypted-file, damaged, too-large, cannot-read, cancelled.
 */
export async function readDraft(
  source: string | Uint8Array,
  name: string,
  { signal, limits: wished }: DraftOptions = {},
): Promise<Draft> {
  const limits = { ...DRAFT_LIMITS, ...wished };
  const order: DraftOrder = { source, name, limits };
  try {
    return await runInThread<DraftAnswer, Draft>(threads, order, {
      signal,
      limits,
      take(answer, finish) {
        if (answer.type === 'failed') throw new AppError(answer.code, answer.message);
        finish(answer.draft, answer.bytes > LARGE);
      },
    });
  } catch (error) {
    throw draftError(error, name);
  }
}

/** The same for bytes, in the calling thread: for tests. No protection but the limits themselves. */
export async function readDraftHere(bytes: Uint8Array, name: string, limits: Partial<ReadLimits> = {}): Promise<Draft> {
  const { readDraftContent } = await import('./read-content.ts');
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await readDraftContent(buffer, name, { ...DRAFT_LIMITS, ...limits });
  } catch (error) {
    throw draftError(error, name);
  }
}
