// The method list: every call into the backend, with its input and output. One door — dispatch(method, input) — reads
// this table; types for the window, the hosts and the command line are derived from it.
import { z } from 'zod';
import type { Finding, FindingCounts } from '../checks/finding.ts';
import type { Project } from '../domain/project.ts';
import type { PlanInfo, ReferenceData } from '../domain/reference.ts';
import type { Rollup } from '../domain/rollup.ts';
import type { ImportOutcome, ImportPreview } from '../import/preview.ts';
import type { TableResult } from '../tables/table.ts';

import {
  cellEdit,
  changeSetInfo,
  exportOptions,
  FILE_KINDS,
  fileRef,
  recentFile,
  rejectedEdit,
  typed,
  valueSource,
  workbookStatus,
  written,
} from './shapes.ts';

export {
  type CellEdit,
  type ChangeSetInfo,
  FILE_KINDS,
  type FileKind,
  type FileRef,
  type RecentFile,
  type RejectedEdit,
  type ValueSource,
  type WorkbookStatus,
} from './shapes.ts';

function query<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) {
  return { kind: 'query' as const, summary, input, output };
}
function command<I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) {
  return { kind: 'command' as const, summary, input, output };
}

const nothing = z.object({});

export const METHODS = {
  'app.status': query(
    'The open workbook, recently used files and the regions a new one can be made for.',
    nothing,
    z.object({
      version: z.string(),
      workbook: workbookStatus.nullable(),
      recent: z.array(recentFile),
      regions: z.array(
        z.object({ code: z.string(), name: z.string(), level: z.string(), parent: z.string().nullable() }),
      ),
    }),
  ),
  'files.chooseOpen': command(
    'Shows the open dialog; an empty list means it was cancelled.',
    z.object({ kind: z.enum(FILE_KINDS), multiple: z.boolean().default(false), title: z.string() }),
    z.object({ files: z.array(fileRef) }),
  ),
  'files.chooseSave': command(
    'Shows the save dialog; null means it was cancelled.',
    z.object({ kind: z.enum(FILE_KINDS), suggestedName: z.string(), title: z.string() }),
    z.object({ file: fileRef.nullable() }),
  ),
  'files.receive': command(
    'Takes in a file dropped on the window.',
    z.object({ name: z.string().max(255), base64: z.string() }),
    z.object({ file: fileRef }),
  ),
  'files.recent': command(
    'A token for a recently used workbook.',
    z.object({ id: z.string() }),
    z.object({ file: fileRef }),
  ),
  'files.reveal': command('Shows the last written file in its folder.', nothing, nothing),

  'workbook.create': command(
    'Makes a workbook for a region with its reference data and opens it.',
    z.object({
      token: z.string(),
      regionCode: z.string(),
      firstYear: z.number().int().min(1990).max(2100).default(2021),
      lastYear: z.number().int().min(1990).max(2100).default(2025),
    }),
    workbookStatus,
  ),
  'workbook.createSample': command(
    'Makes a copy of the sample workbook (红塔区) at the chosen place and opens it.',
    z.object({ token: z.string() }),
    workbookStatus,
  ),
  'workbook.open': command(
    'Opens a workbook; `readOnly` opens without the right to change it, `takeOver` ends the claim of another program.',
    z.object({ token: z.string(), readOnly: z.boolean().default(false), takeOver: z.boolean().default(false) }),
    workbookStatus,
  ),
  'workbook.close': command('Closes the open workbook; all accepted edits are in the file already.', nothing, nothing),
  'workbook.backup': command('Writes a verified copy of the workbook.', z.object({ token: z.string() }), written),
  'workbook.verify': query(
    'Checks the file from the inside: pages, indexes, references, log.',
    nothing,
    z.object({ ok: z.boolean(), problems: z.array(z.string()) }),
  ),

  'reference.get': query(
    'Plan and reference data of the workbook.',
    nothing,
    typed<{ plan: PlanInfo; reference: ReferenceData }>(),
  ),

  'projects.list': query('All projects in list order.', nothing, z.object({ projects: z.array(typed<Project>()) })),
  'projects.get': query(
    'Some projects; one that no longer exists is left out.',
    z.object({ ids: z.array(z.string()) }),
    z.object({ projects: z.array(typed<Project>()) }),
  ),
  'projects.edit': command(
    'Changes cells and adds projects for pasted lines, as one undo step. Any cell that cannot be taken refuses all, unless skipInvalid.',
    z.object({
      edits: z.array(cellEdit),
      /** Lines below the end of the table: each becomes a project behind `afterId`. */
      added: z
        .object({
          afterId: z.string().nullable(),
          lines: z.array(z.array(z.object({ column: z.string(), text: z.string() }))).max(5000),
        })
        .optional(),
      skipInvalid: z.boolean().default(false),
    }),
    z.object({ changed: z.number(), rejected: z.array(rejectedEdit), ids: z.array(z.string()) }),
  ),
  'projects.add': command(
    'Adds empty projects behind a project (or at the end of a category).',
    z.object({
      afterId: z.string().nullable().default(null),
      categoryId: z.string().nullable().default(null),
      count: z.number().int().min(1).max(500).default(1),
    }),
    z.object({ ids: z.array(z.string()) }),
  ),
  'projects.remove': command(
    'Deletes projects.',
    z.object({ ids: z.array(z.string()).min(1) }),
    z.object({ removed: z.number() }),
  ),
  'projects.move': command(
    'Moves projects behind another one (null: to the top of their category).',
    z.object({ ids: z.array(z.string()).min(1), afterId: z.string().nullable() }),
    z.object({ moved: z.number() }),
  ),
  'projects.setMatrix': command(
    'Sets cells of the year x fund-source matrix. With followMargins the margins and 总投资 become the sums of the cells.',
    z.object({
      id: z.string(),
      cells: z.array(z.object({ year: z.number().int(), source: z.string(), text: z.string() })).min(1),
      followMargins: z.boolean().default(true),
    }),
    z.object({ changed: z.number(), rejected: z.array(rejectedEdit) }),
  ),
  'projects.sources': query(
    'Where the values of a project came from.',
    z.object({ id: z.string() }),
    z.object({ sources: z.array(valueSource) }),
  ),

  'projects.origins': query(
    'The sheet row from which each imported project came.',
    nothing,
    z.object({ origins: z.record(z.string(), z.object({ file: z.string(), sheet: z.string(), row: z.number() })) }),
  ),

  'summary.get': query(
    'Counts and subtotals of the whole list and of each category, with everything beneath it.',
    nothing,
    z.object({
      total: typed<Rollup>(),
      categories: z.array(z.object({ id: z.string().nullable(), rollup: typed<Rollup>() })),
    }),
  ),
  'tables.get': query(
    'Computed tables of the plan; without ids all of them.',
    z.object({ ids: z.array(z.string()).optional() }),
    z.object({ tables: z.array(typed<TableResult>()) }),
  ),
  'tables.composition': query(
    'The projects that make up one cell of a table.',
    z.object({ table: z.string(), row: z.string(), column: z.string() }),
    z.object({
      /** `value`: what the project adds to the cell, 分 or 1 in a column of counts. */
      parts: z.array(z.object({ id: z.string(), value: z.number() })),
    }),
  ),
  'checks.run': query(
    'All findings; with `published` also those of the printed tables that belong to the region, with files those of them.',
    z.object({ published: z.boolean().default(false), publishedTokens: z.array(z.string()).default([]) }),
    z.object({ findings: z.array(typed<Finding>()), counts: typed<FindingCounts>() }),
  ),

  'history.undo': command('Takes the last change back.', nothing, workbookStatus),
  'history.redo': command('Does the change taken back last again.', nothing, workbookStatus),
  'history.list': query(
    'The log of changes, newest first.',
    z.object({ before: z.number().nullable().default(null), limit: z.number().int().min(1).max(500).default(100) }),
    z.object({ changeSets: z.array(changeSetInfo) }),
  ),
  'history.detail': query(
    'What one change set changed: project, column, before and after in words.',
    z.object({ id: z.number() }),
    z.object({
      changes: z.array(z.object({ project: z.string(), column: z.string(), before: z.string(), after: z.string() })),
      more: z.number(),
    }),
  ),

  'import.inspect': command(
    'Reads files and shows what would come in; nothing is written.',
    z.object({ tokens: z.array(z.string()).min(1) }),
    typed<ImportPreview>(),
  ),
  'import.adjust': command(
    'Reads the same files again with other choices: mapping, unit, categories, mode.',
    z.object({ previewId: z.string(), choices: z.record(z.string(), z.unknown()) }),
    typed<ImportPreview>(),
  ),
  'import.commit': command(
    'Takes a previewed import in, as one undo step.',
    z.object({ previewId: z.string() }),
    typed<ImportOutcome>(),
  ),
  'import.cancel': command(
    'Stops reading and forgets a preview.',
    z.object({ previewId: z.string().nullable().default(null) }),
    nothing,
  ),
  'import.markProblems': command(
    "Writes a copy of the sender's workbook with the problem cells marked and commented.",
    z.object({ previewId: z.string(), fileIndex: z.number().int().min(0), token: z.string() }),
    written,
  ),

  'export.projects': command('Writes the 项目表 as a spreadsheet in the annex layout.', exportOptions, written),
  'export.template': command(
    'Writes an empty template with drop-downs for offices to fill in.',
    z.object({ token: z.string() }),
    written,
  ),
  'export.fill': command(
    "Fills an office's own .xlsx template from the workbook.",
    z.object({ templateToken: z.string(), token: z.string() }),
    written.extend({ notes: z.array(z.string()) }),
  ),
  'export.tables': command(
    'Writes computed tables as a spreadsheet; without ids all of them.',
    z.object({ token: z.string(), ids: z.array(z.string()).optional() }),
    written,
  ),
  'export.findings': command('Writes the 差错清单 as a spreadsheet.', z.object({ token: z.string() }), written),
  'print.pdf': command(
    'Prints to PDF.',
    z.object({
      token: z.string(),
      what: z.enum(['annex', 'tables', 'findings']),
      paper: z.enum(['A3', 'A4']).default('A3'),
      /** Tables to print; all where not given. */
      ids: z.array(z.string()).optional(),
    }),
    written,
  ),
  'print.preview': query(
    'The pages as a document for the preview frame.',
    z.object({ what: z.enum(['annex', 'tables', 'findings']), paper: z.enum(['A3', 'A4']).default('A3') }),
    z.object({ html: z.string() }),
  ),
} as const;

export type Methods = typeof METHODS;
export type MethodName = keyof Methods;
/** What a caller sends; fields with defaults may be left out. */
export type MethodInput<M extends MethodName> = z.input<Methods[M]['input']>;
/** What a handler receives: defaults filled in. */
export type MethodArgs<M extends MethodName> = z.output<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Methods[M]['output']>;
