// Writing files: exports, templates and prints.

import { DOCUMENT_STEPS, exportDocument } from '#electron/services/document.ts';
import { exportEvaluation } from '#electron/services/evaluation/evaluations.ts';
import {
  exportFilled,
  exportFindings,
  exportNotice,
  exportProjects,
  exportTables,
  exportTemplate,
  type Written,
} from '#electron/services/export.ts';
import { exportCharts } from '#electron/services/export-charts.ts';
import { exportSet, previewPages, printDocument, printPdf } from '#electron/services/print.ts';
import { exportReport } from '#electron/services/report.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names =
  | 'export.projects'
  | 'export.template'
  | 'export.fill'
  | 'export.tables'
  | 'export.charts'
  | 'export.document'
  | 'export.findings'
  | 'export.notice'
  | 'export.set'
  | 'export.report'
  | 'export.evaluation'
  | 'print.pdf'
  | 'print.paper'
  | 'print.preview';

export function outputHandlers(context: AppContext): Pick<Handlers, Names> {
  /** Runs a writer on the path of a save token and remembers it for 打开所在文件夹. */
  const write = async <T extends Written>(token: string, writer: (target: string) => Promise<T>): Promise<T> => {
    const target = context.tokens.take(token);
    const result = await writer(target);
    context.lastWritten = target;
    return result;
  };
  return {
    'export.projects': ({ token, ...options }) =>
      write(token, (target) => exportProjects(context.session(), target, options)),
    'export.template': ({ token }) => write(token, (target) => exportTemplate(context.session(), target)),
    'export.fill': ({ token, templateToken }) =>
      write(token, (target) => exportFilled(context.session(), context.tokens.take(templateToken), target)),
    'export.tables': ({ token, ...wanted }) =>
      write(token, (target) => exportTables(context.session(), target, wanted)),
    'export.charts': ({ token, ...wanted }) =>
      write(token, (target) => exportCharts(context.session(), target, wanted, context.shell.svgToPng)),
    'export.document': ({ token, ...options }) =>
      write(token, (target) =>
        exportDocument(context.session(), target, options, {
          rasterise: context.shell.svgToPng,
          progress: (text, done) =>
            context.emit({ type: 'progress', task: 'document', text, done, total: DOCUMENT_STEPS }),
        }),
      ),
    'export.findings': ({ token, ...wanted }) =>
      write(token, (target) => exportFindings(context.session(), target, wanted)),
    'export.notice': ({ token, job }) =>
      write(token, (target) => exportNotice(context.session(), target, job, new Date())),
    'export.set': ({ token, job }) => write(token, (target) => exportSet(context.session(), target, job, new Date())),
    'export.report': ({ token, report }) =>
      write(token, (target) => exportReport(context.session(), target, report, new Date())),
    'export.evaluation': ({ token, id }) => write(token, (target) => exportEvaluation(context.session(), id, target)),
    'print.pdf': ({ token, job }) => write(token, (target) => printPdf(context.session(), target, job, new Date())),
    'print.paper': async ({ job }) => {
      const { html, sheet } = printDocument(context.session(), job, new Date());
      if (!context.shell.printHtml) return { html };
      await context.shell.printHtml(html, sheet);
      return { html: null };
    },
    'print.preview': ({ job, ...range }) => previewPages(context.session(), job, range, new Date()),
  };
}
