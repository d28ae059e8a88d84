// The list of findings: what is shown, in which groups, and where F8 goes.
import { expect, it } from 'vitest';
import { arrangeFindings, filterFindings, stepFinding } from '#renderer/features/checks/finding-arrange.ts';
import type { Listing } from '#renderer/state/finding-view.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { PlaceOf } from '#shared/checks/finding-groups.ts';

function finding(key: string, part: Partial<Finding> = {}): Finding {
  const empty = { table: '项目表', row: '甲', column: '总投资', left: '1', right: '2', difference: '-1', suspect: '' };
  return { key, rule: 'T01', level: 'error', ...empty, message: key, ...part };
}

const FINDINGS = [
  finding('a', { rule: 'T13', level: 'warning', projectId: 'p1' }),
  finding('b', { projectId: 'p2', message: '总投资ＡＢＣ' }),
  finding('c', {
    rule: 'T13',
    level: 'warning',
    explanation: { state: 'valid', text: '已核实', left: '1', right: '2' },
  }),
  finding('d', { rule: 'T13', level: 'warning', explanation: { state: 'void', text: '旧', left: '0', right: '2' } }),
  finding('e', { rule: 'X01', table: '表4-1', printed: { document: '规划', table: '表4' } }),
];

const ALL: Listing = {
  level: 'all',
  rule: null,
  text: '',
  state: 'all',
  groupBy: 'none',
  collapsed: new Set(),
};
const placeOf: PlaceOf = ({ projectId }) =>
  projectId === undefined
    ? { town: null, category: null }
    : { town: projectId === 'p1' ? '北城' : '大营街', category: '产业' };

const keys = (findings: readonly Finding[]): string => findings.map(({ key }) => key).join('');

/** The findings that a view lists, in its order. */
const listed = (part: Partial<Listing> = {}): string =>
  keys(arrangeFindings(FINDINGS, { ...ALL, ...part }, placeOf).findings);

it('heavy findings come first, and each filter leaves what fits', () => {
  expect(listed()).toBe('beacd');
  expect(listed({ level: 'warning' })).toBe('acd');
  expect(listed({ rule: 'X01' })).toBe('e');
  expect(listed({ state: 'open' })).toBe('bead');
  expect(listed({ state: 'explained' })).toBe('c');
  expect(listed({ state: 'void' })).toBe('d');
  // Width and case do not count, and what planners wrote is found too.
  expect(keys(filterFindings(FINDINGS, { ...ALL, text: ' abc ' }))).toBe('b');
  expect(keys(filterFindings(FINDINGS, { ...ALL, text: '核实' }))).toBe('c');
});

function outline(listing: Partial<Listing>): string[] {
  return arrangeFindings(FINDINGS, { ...ALL, ...listing }, placeOf).rows.map((row) =>
    row.kind === 'group' ? row.label : row.finding.key,
  );
}

it('groups by rule, table, town and class; counts stand on the group', () => {
  expect(outline({ groupBy: 'rule' })).toEqual([
    'T01 总投资＝各资金来源之和',
    'b',
    'X01 汇总表＝项目明细汇总',
    'e',
    'T13 疑似重复的项目',
    ...['a', 'c', 'd'],
  ]);
  expect(outline({ groupBy: 'table' })).toEqual(['项目表', 'b', 'a', 'c', 'd', '表4-1（印发稿：规划）', 'e']);
  expect(outline({ groupBy: 'town' })).toEqual(['北城', 'a', '大营街', 'b', '不属于某个项目', 'e', 'c', 'd']);
  expect(outline({ groupBy: 'category' })).toEqual(['产业', 'b', 'a', '不属于某个项目', 'e', 'c', 'd']);
  const [group] = arrangeFindings(FINDINGS, { ...ALL, groupBy: 'town' }, placeOf).rows;
  expect(group).toMatchObject({ counts: { error: 0, warning: 1, rounding: 0, info: 0 } });
});

it('a folded group hides its lines, but F8 still goes through them', () => {
  const arranged = arrangeFindings(FINDINGS, { ...ALL, groupBy: 'rule', collapsed: new Set(['rule:T13']) }, placeOf);
  expect(arranged.rows.filter((row) => row.kind === 'finding')).toHaveLength(2);
  expect(keys(arranged.findings)).toBe('beacd');
});

it('F8 steps through the list, round its ends, and on from where a settled finding stood', () => {
  const list = arrangeFindings(FINDINGS, ALL, placeOf).findings;
  const step = (current: string | null, by: 1 | -1, at: number | null = null): string | undefined =>
    list[stepFinding(list, { current, at }, by)]?.key;
  expect(keys(list)).toBe('beacd');
  expect([step(null, 1), step(null, -1)]).toEqual(['b', 'd']);
  expect([step('e', 1), step('d', 1), step('b', -1)]).toEqual(['a', 'b', 'd']);
  expect([step('gone', 1, 2), step('gone', -1, 2), step('gone', 1, 5), step('gone', -1, 0)]).toEqual([
    'a',
    'e',
    'b',
    'd',
  ]);
  expect(stepFinding([], { current: 'b', at: 1 }, 1)).toBe(-1);
});
