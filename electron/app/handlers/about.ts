// 关于: what maintainers ask for, and the licences of the parts that the program holds.
import { readFileSync } from 'node:fs';
import { diagnosticLines } from '#electron/services/diagnostics.ts';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

export function aboutHandlers(
  context: AppContext,
  { licencesFile, newestFaults }: { licencesFile: string; newestFaults?: () => string[] },
): Pick<Handlers, 'app.diagnostics' | 'app.licences'> {
  return {
    'app.diagnostics': () => {
      const faults = newestFaults?.() ?? null;
      const lines = diagnosticLines({
        version: context.version,
        session: context.current(),
        health: context.care.health(),
        faults,
      });
      return { text: lines.join('\n') };
    },
    'app.licences': () => {
      try {
        return JSON.parse(readFileSync(licencesFile, 'utf8')) as MethodOutput<'app.licences'>;
      } catch {
        throw new AppError('not-found', '找不到许可证清单，程序安装得不完整。请重新安装。');
      }
    },
  };
}
