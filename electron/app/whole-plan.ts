// The calls that change the plan as a whole: an automatic backup is made before each of them.
import type { MethodName } from '#shared/contract/methods.ts';
import type { Handlers } from './dispatch.ts';
import type { FileCare } from './file-care.ts';

/** Why the backup is made, in Chinese; `always`: also where a young backup is there. */
const WHOLE_PLAN: Partial<Record<MethodName, { reason: string; always: boolean }>> = {
  'import.commit': { reason: '导入前', always: true },
  'city.take': { reason: '收县级工作簿前', always: true },
  'pay.import': { reason: '导入进度前', always: false },
  'funds.allocate': { reason: '导入分配前', always: false },
  'projects.breakDown': { reason: '批量分解前', always: true },
  'projects.arrange': { reason: '重排前', always: false },
  'checks.fix': { reason: '自动修正前', always: false },
  'package.receive': { reason: '装入前', always: false },
  'duplicates.merge': { reason: '合并项目前', always: false },
};

/** The same handlers, with a backup before those of the table. */
export function withBackups(handlers: Handlers, care: Pick<FileCare, 'before'>): Handlers {
  const wrapped: Record<string, unknown> = { ...handlers };
  for (const [method, { reason, always }] of Object.entries(WHOLE_PLAN)) {
    const run = handlers[method as MethodName] as (args: unknown) => unknown;
    wrapped[method] = async (args: unknown) => {
      await care.before(reason, always);
      return run(args);
    };
  }
  return wrapped as Handlers;
}
