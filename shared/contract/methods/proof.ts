// 文稿核对: a draft of somebody else is read and held against itself, and against the open workbook where there is one.
import { z } from 'zod';
import type { Draft } from '../../draft/draft.ts';
import type { ProofReport } from '../../proof/proof-report.ts';
import { typed, writtenSheet } from '../shapes.ts';
import { command } from './define.ts';

/** A proof as the window shows it; the program keeps it under its id. */
export interface ProofView {
  id: string;
  /** Of the file; 粘贴的文字 for a text. */
  name: string;
  draft: Draft;
  report: ProofReport;
  /** The plan whose data it was held against; null where no workbook is open. */
  plan: string | null;
  /** A marked copy can be written. */
  canMark: boolean;
}

const proofId = z.object({ id: z.string() });

export const PROOF_METHODS = {
  'proof.file': command(
    'Reads a draft and proves it; no workbook is needed.',
    z.object({ token: z.string() }),
    typed<ProofView>(),
  ),
  'proof.text': command(
    'Proves a text that was pasted.',
    z.object({ text: z.string().max(5_000_000) }),
    typed<ProofView>(),
  ),
  'proof.again': command(
    'Reads the same draft once more: it or the workbook has changed.',
    proofId,
    typed<ProofView>(),
  ),
  'proof.mark': command(
    "Writes the marked copy: the sender's own .docx with a comment at each finding.",
    proofId.extend({ token: z.string() }),
    writtenSheet,
  ),
  'proof.list': command('Writes the 核对清单 as a spreadsheet.', proofId.extend({ token: z.string() }), writtenSheet),
  'proof.pdf': command('Prints the 核对清单 to PDF.', proofId.extend({ token: z.string() }), writtenSheet),
  'proof.paper': command(
    "Hands the 核对清单 to the printer by the system's dialog; where the program has none, `html` is for the window's own.",
    proofId,
    z.object({ html: z.string().nullable() }),
  ),
} as const;
