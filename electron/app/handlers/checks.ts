// 勾稽审核.
import { findAll, makeFixes, partsOf } from '#electron/services/checks.ts';
import { readPublishedFiles } from '#electron/services/published-files.ts';
import { countFindings, type Finding } from '#shared/checks/finding.ts';
import { findFixes } from '#shared/checks/fixes.ts';
import { verdictOf } from '#shared/checks/verdict.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'checks.run' | 'checks.parts' | 'checks.fixes' | 'checks.fix';

export function checkHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'checks.run': async ({ published, publishedTokens }) => {
      const session = context.session();
      const paths = publishedTokens.map((token) => context.tokens.take(token));
      const files = await readPublishedFiles(paths, session.planData());
      const findings = findAll(session, { published, files });
      return {
        findings: findings.map(withoutParts),
        counts: countFindings(findings),
        verdict: verdictOf(findings),
      };
    },
    'checks.parts': ({ key, published }) => ({ parts: [...partsOf(context.session(), key, { published })] }),
    'checks.fixes': () => ({ fixes: findFixes(context.session().planData()) }),
    'checks.fix': ({ ids }) => ({ made: makeFixes(context.session(), ids) }),
  };
}

/** A list of findings goes without what their sums are made of: that is asked for one at a time. */
function withoutParts({ parts: _, ...finding }: Finding): Finding {
  return finding;
}
