// 声明数: a figure that somebody wrote down.
import { z } from 'zod';
import type { Claim, ClaimFigure, ManualClaim } from '#shared/domain/claims.ts';
import { bodyStore } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords } from './fact-words.ts';

const text = z.string().nullable();

const figure: z.ZodType<ClaimFigure> = z.object({
  column: z.string(),
  header: z.string(),
  value: z.number(),
  decimals: z.number(),
  cell: text,
  raw: z.string(),
});

const manual: z.ZodType<ManualClaim> = z.object({
  row: z.string(),
  source: z.string(),
  text: z.string(),
  unit: z.string(),
  isStrict: z.boolean(),
});

const schema = z.object({
  id: z.string(),
  origin: z.enum(['import', 'published', 'manual']),
  table: z.string(),
  row: z.string(),
  file: text,
  sheetRow: z.number().nullable(),
  batchId: text,
  categoryId: text,
  heldAtImport: z.boolean(),
  figures: z.array(figure),
  manual: manual.exactOptional(),
}) satisfies z.ZodType<Claim>;

export const claim = kind<Claim, readonly Claim[]>({
  title: '声明数',
  tables: [],
  open: (db) => bodyStore<Claim>(db, 'claim', { batch_id: ({ batchId }) => batchId }),
  schema,
  upgrades: [],
  isMergedByValue: false,
  slice: (images) => [...images.values()],
  words(before, after) {
    const one = after ?? before;
    if (!one) return [];
    const text = ({ figures }: Claim): string => figures.map(({ header, raw }) => `${header} ${raw}`).join('，');
    const columns = [{ key: 'figures', label: one.row, text }];
    return factWords(before, after, { subject: `声明数 ${one.table}`, column: one.row, text, columns });
  },
});
