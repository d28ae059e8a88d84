// 勾稽审核.
import { randomUUID } from 'node:crypto';
import { readBaseline } from '#electron/services/baseline.ts';
import { findAll, makeFixes, partsOf } from '#electron/services/checks.ts';
import { readPublishedFiles } from '#electron/services/published-files.ts';
import type { Session } from '#electron/services/session.ts';
import { composeFigure } from '#shared/checks/figure-composition.ts';
import { countFindings, type Finding } from '#shared/checks/finding.ts';
import { spliceFindings } from '#shared/checks/finding-splices.ts';
import { findFixes } from '#shared/checks/fixes.ts';
import { verdictOf } from '#shared/checks/verdict.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names = 'checks.run' | 'checks.parts' | 'checks.composition' | 'checks.fixes' | 'checks.fix';

interface SentList {
  stamp: string;
  findings: readonly Finding[];
}

/** The list sent last, with and without the printed tables: the next one is told by what changed. */
const sentLists = new WeakMap<Session, Map<boolean, SentList>>();

function remember(session: Session, published: boolean, list: SentList): void {
  const lists = sentLists.get(session) ?? new Map<boolean, SentList>();
  lists.set(published, list);
  sentLists.set(session, lists);
}

export function checkHandlers(context: AppContext): Pick<Handlers, Names> {
  return {
    'checks.run': async ({ published, publishedTokens, baseline, asOf, have }) => {
      const session = context.session();
      const paths = publishedTokens.map((token) => context.tokens.take(token));
      const files = await readPublishedFiles(paths, session.planData());
      const earlier =
        baseline &&
        readBaseline(session, 'token' in baseline ? { path: context.tokens.take(baseline.token) } : baseline);
      const findings = findAll(session, { published, files, asOf, ...(earlier ? { baseline: earlier } : {}) });
      const list = { stamp: randomUUID(), findings };
      const before = sentLists.get(session)?.get(published);
      if (files.length === 0 && !earlier && asOf === undefined) remember(session, published, list);
      const splices = have !== undefined && before?.stamp === have ? spliceFindings(before.findings, findings) : null;
      return {
        findings: splices ? [] : findings.map(withoutParts),
        splices: splices?.map((splice) => ({ ...splice, insert: splice.insert.map(withoutParts) })) ?? null,
        stamp: list.stamp,
        counts: countFindings(findings),
        verdict: verdictOf(findings, session.planData().projects.length),
      };
    },
    'checks.parts': ({ key, published }) => ({ parts: [...partsOf(context.session(), key, { published })] }),
    'checks.composition': ({ row, column }) => ({
      composition: composeFigure(context.session().planData(), row, column) ?? null,
    }),
    'checks.fixes': () => ({ fixes: findFixes(context.session().planData()) }),
    'checks.fix': ({ ids }) => ({ made: makeFixes(context.session(), ids) }),
  };
}

/** A list of findings goes without what their sums are made of: that is asked for one at a time. */
function withoutParts({ parts: _, ...finding }: Finding): Finding {
  return finding;
}
