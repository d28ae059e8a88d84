// 重复项目: pairs that may be one project, and making one of two.
import { z } from 'zod';
import type { Project } from '../../domain/project.ts';
import type { Pair } from '../../duplicates/compare.ts';
import { MERGE_PARTS } from '../../duplicates/merge-projects.ts';
import { typed } from '../shapes.ts';
import { command, nothing, query } from './define.ts';

export const DUPLICATE_METHODS = {
  'duplicates.list': query(
    'Pairs of the list that may be one project, the likeliest first.',
    nothing,
    z.object({ pairs: z.array(typed<Pair>()) }),
  ),
  'duplicates.compare': query(
    'Pairs between the list (a) and another workbook or spreadsheet (b); the projects of the other side come along.',
    z.object({ token: z.string() }),
    z.object({
      file: z.string(),
      /** Projects of the other file. */
      count: z.number(),
      pairs: z.array(typed<Pair>()),
      projects: z.array(typed<Project>()),
    }),
  ),
  'duplicates.import': query(
    'Pairs between the rows of an import preview that would be new (b, under the key table:row) and the list or other rows (a).',
    z.object({ previewId: z.string() }),
    z.object({ pairs: z.array(typed<Pair>()), projects: z.array(typed<Project>()) }),
  ),
  'duplicates.merge': command(
    'Keeps one project with the named parts of the other and deletes the other, as one undo step.',
    z.object({ keepId: z.string(), removeId: z.string(), take: z.array(z.enum(MERGE_PARTS)).default([]) }),
    z.object({ keptId: z.string() }),
  ),
} as const;
