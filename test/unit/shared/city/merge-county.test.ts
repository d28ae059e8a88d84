import { expect, it } from 'vitest';
import { mergeCounty } from '#shared/city/merge-county.ts';
import { blankProject, type Project } from '#shared/domain/project.ts';
import { wan } from '#shared/values/money.ts';

const CODE = '530403';

function project(id: string, total: string, more: Partial<Project> = {}): Project {
  const blank = blankProject({ id, position: 1, categoryId: null, regionCode: CODE });
  const amounts = { total: wan(total), bySource: { fiscal: wan(total) }, byYear: {}, cells: {} };
  return { ...blank, name: `${id}项目`, amounts, ...more };
}

const byId = (list: readonly Project[]) => new Map(list.map((one) => [one.id, one]));

it('the county’s changes come in, those made here stay, places in the list do too', () => {
  const base = [project('a', '10'), project('b', '20'), project('c', '30'), project('d', '40')];
  const list = [
    project('a', '10', { note: '市里已核对', position: 7 }),
    project('b', '18', { position: 8 }),
    project('c', '30'),
    project('own', '5'),
    project('other', '9', { regionCode: '530402' }),
  ];
  const sent = [project('a', '11'), project('b', '20'), project('d', '40'), project('e', '50')];
  const merge = mergeCounty({ code: CODE, sent, base: byId(base), list });
  expect(merge.changed.map(({ after }) => after)).toEqual([project('a', '11', { note: '市里已核对', position: 7 })]);
  expect(merge.unchanged.map(({ id }) => id)).toEqual(['b']);
  expect(merge.added.map(({ id }) => id)).toEqual(['e']);
  expect(merge.withdrawn.map(({ id }) => id)).toEqual(['c']);
  expect(merge.keptRemovals.map(({ id }) => id)).toEqual(['d']);
  expect(merge.ownAdditions.map(({ id }) => id)).toEqual(['own']);
  expect(merge.keptEdits.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(merge.overruled).toEqual([]);
});

it('what both changed becomes the county’s and is told; amounts of a project go together', () => {
  const base = byId([project('a', '10', { name: '原名' })]);
  const list = [project('a', '9', { name: '市里的名称' })];
  const sent = [project('a', '12', { name: '县里的名称' })];
  const merge = mergeCounty({ code: CODE, sent, base, list });
  expect(merge.changed[0]?.after).toEqual(sent[0]);
  expect(merge.overruled[0]?.fields.map(({ key }) => key)).toEqual(['name', 'amounts']);
});

it('a project that was moved to another county here stays there, and is withdrawn with its report', () => {
  const base = byId([project('a', '10'), project('b', '10')]);
  const list = [project('a', '10', { regionCode: '530402' }), project('b', '10', { regionCode: '530402' })];
  const merge = mergeCounty({ code: CODE, sent: [project('a', '11')], base, list });
  expect(merge.changed[0]?.after).toMatchObject({ regionCode: '530402', amounts: { total: wan('11') } });
  expect(merge.withdrawn.map(({ id }) => id)).toEqual(['b']);
  expect(merge.withdrawnChanged.map(({ id }) => id)).toEqual(['b']);
});

it('without an earlier report all that stands under the county gives way', () => {
  const list = [project('a', '10', { note: '手工录入' }), project('b', '10')];
  const merge = mergeCounty({ code: CODE, sent: [project('a', '11')], base: null, list });
  expect(merge.changed[0]?.after.amounts.total).toBe(wan('11'));
  expect(merge.withdrawn.map(({ id }) => id)).toEqual(['b']);
});
