// Own rules as files.
import { exportOwnRules, importOwnRules } from '#electron/services/own-rules.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'rules.export' | 'rules.import';

export function ownRuleHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'rules.export': async ({ token }) => {
      const target = context.tokens.take(token);
      const result = await exportOwnRules(context.session(), target);
      context.lastWritten = target;
      return result;
    },
    'rules.import': ({ token }) => importOwnRules(context.session(), context.tokens.take(token)),
  };
}
