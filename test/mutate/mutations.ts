// One-line faults across the layers, each with the tests that must tell of it.

export interface Mutation {
  /** What would be wrong. */
  fault: string;
  file: string;
  /** A piece of the source that stands there once, and what takes its place. */
  find: string;
  replace: string;
  /** Test file, and part of the name of a test in it that must fail. */
  killers: readonly (readonly [file: string, test: string])[];
}

export const MUTATIONS: readonly Mutation[] = [
  {
    fault: 'half of a place is rounded down',
    file: 'shared/values/money.ts',
    find: '(Math.abs(fen) + unit / 2) / unit',
    replace: '(Math.abs(fen) + unit / 2 - 1) / unit',
    killers: [['test/unit/shared/values/money.test.ts', 'rounds to whole 万元']],
  },
  {
    fault: 'keys that every object has count as values',
    file: 'shared/compare/fact.ts',
    find: 'isBranch(branch) && Object.hasOwn(branch, key) ?',
    replace: 'isBranch(branch) ?',
    killers: [['test/unit/shared/compare/fact.test.ts', 'keeps keys apart']],
  },
  {
    fault: 'a value that only they changed is lost in a merge',
    file: 'shared/compare/merge.ts',
    find: 'if (isSame(b, m)) return t;',
    replace: 'if (isSame(b, m)) return m;',
    killers: [['test/unit/electron/db/kinds/compare-kinds.test.ts', 'what one side did not touch']],
  },
  {
    fault: 'fewest moves are not the fewest',
    file: 'shared/compare/longest-rising.ts',
    find: 'ends[low] = place;',
    replace: 'ends[low] ??= place;',
    killers: [['test/unit/shared/compare/lists.test.ts', 'a longest rising part']],
  },
  {
    fault: 'a figure that nobody states any more stays as 0',
    file: 'shared/sums/running-rollup.ts',
    find: 'if (figure.parts === 0) figures.delete(key);',
    replace: '',
    killers: [['test/unit/shared/sums/sums.test.ts', 'after any edits']],
  },
  {
    fault: 'half a sum is left behind by a fault',
    file: 'shared/sums/kept-sums.ts',
    find: 'byName.delete(name);',
    replace: '',
    killers: [['test/unit/shared/sums/sums.test.ts', 'starts afresh after a fault']],
  },
  {
    fault: 'moved items count twice',
    file: 'shared/compare/swap.ts',
    find: 'gone: old.filter((item) => !fresher.has(item)),',
    replace: 'gone: old,',
    killers: [['test/unit/shared/sums/sums.test.ts', 'without those that only moved']],
  },
  {
    fault: 'findings of projects do not follow the settings of a rule',
    file: 'shared/checks/run-checks.ts',
    find: 'known.context.settings === context.settings &&',
    replace: '',
    killers: [['test/unit/shared/checks/rule-settings.test.ts', 'follow its settings']],
  },
  {
    fault: 'a sum of whole figures may be off by half a 万元 among decimals',
    file: 'shared/checks/tolerance.ts',
    find: 'const declaredPlace = declared === 0 ? addends : declared;',
    replace: 'const declaredPlace = declared;',
    killers: [['test/unit/shared/checks/tolerance.test.ts', 'whole figure among decimals']],
  },
  {
    fault: 'an earlier version is not matched by name',
    file: 'shared/checks/version-rule.ts',
    find: '[({ id }) => id, nameKey]',
    replace: '[({ id }) => id]',
    killers: [['test/unit/shared/checks/version-rule.test.ts', 'else by name']],
  },
  {
    fault: 'tables count money outside the period',
    file: 'shared/tables/plan-money.ts',
    find: 'amounts.total === null ? null : toFen(amounts.total - outside)',
    replace: 'amounts.total',
    killers: [['test/unit/shared/tables/plan-money.test.ts', 'tables count 规划期投资']],
  },
  {
    fault: 'blank cells of a sheet erase what is there',
    file: 'shared/import/apply-row.ts',
    find: '(value === null && !eraseBlanks) ||',
    replace: '',
    killers: [['test/unit/shared/import/plan-import.test.ts', 'a blank cell of a text column']],
  },
  {
    fault: 'events are applied as they are ready, not in their order',
    file: 'renderer/api/live.ts',
    find: 'queue = queue\n        .then(',
    replace: 'queue = Promise.resolve()\n        .then(',
    killers: [['test/unit/renderer/api/live.test.ts', 'are applied in their order']],
  },
  {
    fault: 'a look that was just changed is lost when its screen is left',
    file: 'renderer/api/records.ts',
    find: 'useEffect(() => flush, [flush]);',
    replace: '',
    killers: [['test/unit/renderer/api/view-state.test.ts', 'at once when the screen is left']],
  },
  {
    fault: 'a backup is called verified without being read back',
    file: 'electron/services/backups/write-backup.ts',
    find: 'if (hashOf(readFileSync(draft)) !== sha256) {',
    replace: 'if (sha256 === draft) {',
    killers: [['test/unit/electron/services/backups/backups.test.ts', 'does not call verified']],
  },
  {
    fault: 'a damaged workbook is backed up',
    file: 'electron/services/backups/write-backup.ts',
    find: 'if (examination.problems.length > 0) {',
    replace: 'if (examination.problems.length > 99) {',
    killers: [['test/unit/electron/services/backups/backups.test.ts', 'makes none of a damaged workbook']],
  },
  {
    fault: 'the chain does not hold who did a step',
    file: 'electron/db/kernel/chain.ts',
    find: 'set.label, set.author, set.kind',
    replace: "set.label, '', set.kind",
    killers: [['test/unit/electron/db/kernel/chain.test.ts', 'who did it']],
  },
  {
    fault: 'a new change leaves steps to redo',
    file: 'electron/db/kernel/undo.ts',
    find: 'stacks.redo.length = 0;',
    replace: '',
    killers: [['test/unit/electron/services/session.test.ts', 'takes it back after a restart']],
  },
  {
    fault: 'the lock of the next holder is deleted by the one before',
    file: 'electron/db/lock.ts',
    find: 'if (isMine(readHolder(file))) rmSync(file, { force: true });',
    replace: 'rmSync(file, { force: true });',
    killers: [['test/unit/electron/db/lock.test.ts', 'whose close leaves the new lock alone']],
  },
  {
    fault: 'a project that goes to another class keeps its place in the list',
    file: 'electron/services/project-list.ts',
    find: 'if (old.categoryId !== now.categoryId || old.position !== now.position) return null;',
    replace: 'if (old.position !== now.position) return null;',
    killers: [['test/unit/electron/services/project-list.test.ts', 'the class of p1']],
  },
  {
    fault: 'a step is taken back over later changes',
    file: 'electron/services/revert.ts',
    find: 'if (first) throw inTheWay(session, change, first.path, target);',
    replace: '',
    killers: [['test/unit/electron/services/history.test.ts', 'refuses where a later change stands in the way']],
  },
  {
    fault: 'the log says nothing of finer fund sources',
    file: 'electron/db/kinds/project-words.ts',
    find: "...rest('source',",
    replace: "...rest('source:',",
    killers: [['test/unit/electron/services/history.test.ts', 'tells of them in the log']],
  },
  {
    fault: 'input of a call is not checked',
    file: 'electron/app/dispatch.ts',
    find: 'if (!parsed.success) {',
    replace: 'if (parsed.error?.message === method) {',
    killers: [['test/integration/conformance.test.ts', 'refuses an input']],
  },
];
