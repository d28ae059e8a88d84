// 由上一规划期结转.
import { basename } from 'node:path';
import { assertOtherFile } from '#electron/services/export.ts';
import { readOldPlan } from '#electron/services/roll/read-old.ts';
import { writeRollList } from '#electron/services/roll/roll-list-file.ts';
import { previewRoll, rollWorkbook } from '#electron/services/roll/roll-workbook.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';
import { openWorkbookSession } from './workbook.ts';

const USUAL_YEARS = 5;

export function rollHandlers(context: AppContext): Pick<Handlers, 'roll.preview' | 'roll.make'> {
  return {
    'roll.preview': ({ token, ...input }) => {
      const path = context.tokens.take(token);
      const firstYear = input.firstYear ?? readOldPlan(path).data.plan.lastYear + 1;
      const lastYear = input.lastYear ?? firstYear + USUAL_YEARS - 1;
      return { report: previewRoll(path, { ...input, firstYear, lastYear }), file: context.tokens.grant(path) };
    },
    'roll.make': async ({ token, to, list, ...input }) => {
      const [source, target] = [context.tokens.take(token), context.tokens.take(to)];
      const listPath = list === undefined ? null : context.tokens.take(list);
      for (const path of [source, target]) if (listPath !== null) assertOtherFile(listPath, path);
      if (context.current()?.file.path === target)
        throw new AppError('invalid-input', `“${basename(target)}”正在使用，请先关闭它再结转，或换一个文件名。`);
      const report = rollWorkbook(source, target, input, context.author);
      if (listPath !== null) {
        const cut = await writeRollList(listPath, report).catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error;
          throw new AppError(error.code, `已结转到“${basename(target)}”，但结转清单没有写出：${error.message}`);
        });
        report.notes.push(...cut);
        context.lastWritten = listPath;
      }
      return { status: openWorkbookSession(context, target).status(), report };
    },
  };
}
