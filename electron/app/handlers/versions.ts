// 版本: kept states of the plan.
import { assertOtherFile, written } from '#electron/services/export.ts';
import { stateCodeOf } from '#electron/services/state-code.ts';
import { compareVersions, type SideChoice } from '#electron/services/versions/sides.ts';
import { listVersions, removeVersion, restoreVersion, saveVersion } from '#electron/services/versions/versions.ts';
import { writeTablesFile } from '#electron/services/write-tables.ts';
import type { MethodArgs } from '#shared/contract/methods.ts';
import { adjustmentTable } from '#shared/versions/adjustment-table.ts';
import { totalOf, type VersionSide } from '#shared/versions/compare.ts';
import { SUMMARY_GROUPS, type SummaryGroup, summaryTable } from '#shared/versions/summary-table.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

type Names =
  | 'versions.list'
  | 'versions.save'
  | 'versions.remove'
  | 'versions.restore'
  | 'versions.compare'
  | 'versions.export';

export function versionHandlers(context: AppContext): Pick<Handlers, Names> {
  const compare = ({ a, b }: Pick<MethodArgs<'versions.compare'>, 'a' | 'b'>) => {
    // A file is compared and then written: its token stays good.
    const choiceOf = (side: typeof a): SideChoice =>
      'token' in side ? { path: context.tokens.look(side.token) } : side;
    return compareVersions(context.session(), choiceOf(a), choiceOf(b));
  };
  return {
    'versions.list': () => ({ versions: listVersions(context.session()) }),
    'versions.save': (input) => ({ version: saveVersion(context.session(), input) }),
    'versions.remove': ({ id, reason }) => {
      removeVersion(context.session(), id, reason);
      return {};
    },
    'versions.restore': ({ version, ids }) => restoreVersion(context.session(), version, ids),
    'versions.compare': async (input) => {
      const { before, after, rows, unchanged } = await compare(input);
      return { before: sumOf(before), after: sumOf(after), rows: [...rows], unchanged };
    },
    'versions.export': async ({ token, ...sides }) => {
      const session = context.session();
      const target = context.tokens.take(token);
      assertOtherFile(target, session.file.path);
      for (const side of [sides.a, sides.b])
        if ('token' in side) assertOtherFile(target, context.tokens.look(side.token));
      const comparison = await compare(sides);
      const groups = Object.keys(SUMMARY_GROUPS) as SummaryGroup[];
      const tables = [adjustmentTable(comparison), ...groups.map((by) => summaryTable(comparison, by))];
      const { regionName } = session.planData().plan;
      const notes = await writeTablesFile(target, {
        region: regionName,
        title: `${regionName}规划调整对照`,
        tables,
        code: stateCodeOf(session),
        paper: 'A3',
      });
      context.lastWritten = target;
      return { ...written(target), notes };
    },
  };
}

function sumOf({ name, projects }: VersionSide) {
  return { name, count: projects.length, totalFen: totalOf(projects) };
}
