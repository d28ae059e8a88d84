// What the jobs of printing have in common: paper, page numbers, which projects.
import { z } from 'zod';

export const text = z.string().max(2000);

/** Which projects are printed; an empty list or null: all of them. */
export const filter = z
  .object({
    towns: z.array(text).default([]),
    /** Ids; what stands beneath a category belongs to it. */
    categories: z.array(text).default([]),
    /** Projects that lie in one of these years. */
    years: z.array(z.number().int()).default([]),
    /** Ids of top-level fund sources from which a project is paid. */
    sources: z.array(text).default([]),
  })
  .prefault({});

/** Paper and page numbers, shared by all prints. */
export const page = {
  paper: z.enum(['A3', 'A4']),
  orientation: z.enum(['landscape', 'portrait']),
  binding: z.enum(['left', 'duplex', 'document']).default('left'),
  pageNumber: z.enum(['count', 'dash', 'none']).default('count'),
  /** Number of the first page, where the print is bound behind other pages. */
  firstNumber: z.number().int().min(1).max(99_999).default(1),
  /** pt; null: the largest that fits. */
  fontPt: z.number().min(7.5).max(16).nullable().default(null),
  tableFont: z.enum(['song', 'fang']).default('song'),
  /** The 校验码 of the workbook's state in small type at the foot of every page. */
  code: z.boolean().default(true),
};

export type ProjectFilter = z.output<typeof filter>;
