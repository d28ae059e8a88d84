// 县级与市级核对.
import { compareCounty, countiesOf } from '#electron/services/levels.ts';
import { readPublishedFiles } from '#electron/services/published-files.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'levels.compare';

export function levelHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'levels.compare': async ({ county, publishedTokens }) => {
      const session = context.session();
      const data = session.planData();
      const paths = publishedTokens.map((token) => context.tokens.take(token));
      const files = await readPublishedFiles(paths, data);
      return { comparison: compareCounty(session, county, files), counties: countiesOf(data) };
    },
  };
}
