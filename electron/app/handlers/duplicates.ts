// 重复项目.
import { compareWithFile, listDuplicates, mergeDuplicates } from '#electron/services/duplicates.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'duplicates.list' | 'duplicates.compare' | 'duplicates.merge';

export function duplicateHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'duplicates.list': () => listDuplicates(context.session()),
    'duplicates.compare': ({ token }) => compareWithFile(context.session(), context.tokens.take(token)),
    'duplicates.merge': (args) => mergeDuplicates(context.session(), args),
  };
}
