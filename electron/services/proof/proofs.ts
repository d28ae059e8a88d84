// Proofs of drafts: read, held against themselves and the open workbook, kept under an id for marking, listing, printing.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { draftError } from '#electron/draft/draft-error.ts';
import { readDraft } from '#electron/draft/read-draft.ts';
import { writeProofList } from '#electron/excel/write/proof-list.ts';
import { replaceFile } from '#electron/files/replace-file.ts';
import type { ProofView } from '#shared/contract/methods/proof.ts';
import type { Draft } from '#shared/draft/draft.ts';
import { dayWords } from '#shared/notice/period.ts';
import { layOut, type PrintLayout } from '#shared/print/layout.ts';
import { documentHtml } from '#shared/print/page-html.ts';
import { proofDocument } from '#shared/print/proof-document.ts';
import type { ProofReport, ToldFinding } from '#shared/proof/proof-report.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { localDay } from '#shared/values/local-time.ts';
import { assertOtherFile, isSameFile, type WrittenSheet, written } from '../export.ts';
import { runInFileThread } from '../file-thread.ts';
import type { PrintedDocument } from '../print.ts';
import { isLong, proveNow } from './prove-now.ts';

export interface Proofs {
  /** Rejects with AppError: what cannot be read is said in Chinese. */
  ofFile(path: string, data: PlanData | null): Promise<ProofView>;
  ofText(text: string, data: PlanData | null): Promise<ProofView>;
  again(id: string, data: PlanData | null): Promise<ProofView>;
  /** The sender's .docx with comments; neither it nor the workbook is ever overwritten. */
  mark(id: string, target: string, workbook: string | null, at: Date): Promise<WrittenSheet>;
  list(id: string, target: string, workbook: string | null): Promise<WrittenSheet>;
  print(id: string, today: Date): PrintedDocument & { name: string };
  pdf(id: string, target: string, workbook: string | null, today: Date): Promise<WrittenSheet>;
}

interface Kept {
  source: string | { text: string };
  name: string;
  draft: Draft;
  report: ProofReport;
}

/** So many are kept; each window looks at one. */
const MOST_KEPT = 4;
const PASTED = '粘贴的文字';

export function createProofs(): Proofs {
  const proofs = new Map<string, Kept>();

  async function prove(source: Kept['source'], data: PlanData | null, id: string = randomUUID()): Promise<ProofView> {
    const name = typeof source === 'string' ? basename(source) : PASTED;
    const draft = await readDraft(typeof source === 'string' ? source : Buffer.from(source.text), name);
    const order = { draft, data };
    const report = isLong(draft) ? await runInFileThread('prove', order) : proveNow(order);
    proofs.delete(id);
    proofs.set(id, { source, name, draft, report });
    const [oldest] = proofs.keys();
    if (proofs.size > MOST_KEPT && oldest !== undefined) proofs.delete(oldest);
    return {
      id,
      name,
      draft,
      report,
      plan: data === null ? null : data.plan.regionName,
      canMark: isMarkable(source, draft),
    };
  }

  function get(id: string): Kept {
    const kept = proofs.get(id);
    if (!kept) throw new AppError('not-found', '这份核对结果已不在，请重新选择文稿。');
    return kept;
  }

  return {
    ofFile: (path, data) => prove(path, data),
    ofText: (text, data) => prove({ text }, data),
    again: (id, data) => prove(get(id).source, data, id),
    async mark(id, target, workbook, at) {
      const { source, name, draft, report } = get(id);
      if (typeof source !== 'string' || !isMarkable(source, draft))
        throw new AppError(
          'unsupported-file',
          `“${name}”不是 .docx，写不出批注稿。请导出核对清单，或在 Word 中另存为 .docx 后再核对。`,
        );
      assertFree(target, workbook, source);
      const { markDocx } = await import('#electron/draft/docx/mark-docx.ts');
      try {
        const marks = report.findings.map((finding) => ({ where: finding.where, lines: commentLines(finding) }));
        const { bytes, unplaced } = markDocx(await readFile(source), draft, marks, at);
        await replaceFile(target, bytes);
        const notes = unplaced === 0 ? [] : [`有 ${unplaced} 处是 Word 自动编的号，加不上批注，请看核对清单。`];
        return { ...written(target), notes };
      } catch (error) {
        throw draftError(error, name);
      }
    },
    async list(id, target, workbook) {
      const { source, name, report, draft } = get(id);
      assertFree(target, workbook, source);
      return { ...written(target), notes: await writeProofList(target, { name, report, remarks: draft.remarks }) };
    },
    async pdf(id, target, workbook, today) {
      const kept = get(id);
      assertFree(target, workbook, kept.source);
      const layout = layList(kept, today);
      const { writePdf } = await import('#electron/pdf/write-pdf.ts');
      return { ...written(target), notes: [...layout.notes, ...(await writePdf(layout, target))] };
    },
    print(id, today) {
      const kept = get(id);
      return {
        name: kept.name,
        html: documentHtml(layList(kept, today)),
        sheet: { paper: 'A4', orientation: 'landscape' },
      };
    },
  };
}

function layList({ name, report, draft }: Kept, today: Date): PrintLayout {
  return layOut(proofDocument(name, report, draft.remarks, dayWords(localDay(today))));
}

function isMarkable(source: Kept['source'], draft: Draft): boolean {
  return typeof source === 'string' && draft.format === 'docx';
}

function assertFree(target: string, workbook: string | null, source: Kept['source']): void {
  if (workbook !== null) assertOtherFile(target, workbook);
  if (typeof source === 'string' && isSameFile(target, source))
    throw new AppError('invalid-input', '不能覆盖原来的文稿。请换一个文件名。');
}

function commentLines({ message, cause, sources }: ToldFinding): string[] {
  return [
    message,
    ...(cause === null ? [] : [`可能原因：${cause}`]),
    ...(sources.length === 0 ? [] : [`对照：${sources.join('；')}`]),
  ];
}
