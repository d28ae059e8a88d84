// 声明数.
import { keepPrinted, listClaims, removeClaims, saveClaim } from '#electron/services/claims.ts';
import { readPublishedFiles } from '#electron/services/published-files.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'claims.list' | 'claims.save' | 'claims.remove' | 'claims.keepPrinted';

export function claimHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'claims.list': (args) => ({ groups: listClaims(context.session(), args) }),
    'claims.save': (args) => ({ id: saveClaim(context.session(), args) }),
    'claims.remove': ({ ids }) => ({ removed: removeClaims(context.session(), ids) }),
    'claims.keepPrinted': async ({ tokens }) => {
      const session = context.session();
      const paths = tokens.map((token) => context.tokens.take(token));
      return { tables: keepPrinted(session, await readPublishedFiles(paths, session.planData())) };
    },
  };
}
