// 勾稽审核.
import { findAll } from '#electron/services/checks.ts';
import { readPublishedFiles } from '#electron/services/published-files.ts';
import { countFindings } from '#shared/checks/finding.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'checks.run';

export function checkHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'checks.run': ({ published, publishedTokens }) => {
      const session = context.session();
      const files = readPublishedFiles(publishedTokens.map((token) => context.tokens.take(token)));
      const findings = findAll(session, { published, files });
      return { findings, counts: countFindings(findings) };
    },
  };
}
