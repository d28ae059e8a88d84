// A small plan for tests of the 项目表: two classes with leaves, a few projects, two fund sources.

import { gridColumns } from '#renderer/features/projects/grid-columns.ts';
import { columnsOfView } from '#renderer/features/projects/layout/views.ts';
import { columnsOf } from '#shared/domain/fields.ts';
import { blankProject, type Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { wan } from '#shared/values/money.ts';

export const PLAN: PlanInfo = {
  regionCode: '530402',
  regionName: '红塔区',
  firstYear: 2021,
  lastYear: 2022,
  scheme: 's',
  title: '项目表',
  name: '有效衔接',
  shortName: '有效衔接',
  midYear: 2022,
  fundYear: null,
};

const category = (id: string, parent: string | null, ordinal: string, name: string, aliases: string[] = []) => ({
  id,
  scheme: 's',
  parent,
  ordinal,
  name,
  aliases,
  lastYear: null,
});

export const REFERENCE: ReferenceData = {
  regions: [{ code: '530402', parent: null, name: '红塔区', level: 'county', aliases: [] }],
  schemes: [{ id: 's', name: '测试' }],
  categories: [
    category('a', null, '一', '产业'),
    category('a1', 'a', '（一）', '种植业', ['种植']),
    category('a2', 'a', '（二）', '养殖业'),
    category('b', null, '二', '基础设施'),
    category('b1', 'b', '（一）', '道路'),
  ],
  mappings: [],
  fundSources: [
    { id: 'fiscal', parent: null, name: '财政衔接资金', aliases: [], names: [], shown: 'always' },
    { id: 'central', parent: 'fiscal', name: '中央衔接资金', aliases: [], names: [], shown: 'always' },
    { id: 'other', parent: null, name: '其他资金', aliases: [], names: [], shown: 'always' },
  ],
  indicators: [],
  agencies: [],
  ownColumns: [],
};

let position = 0;

/** A project with some values; its total is in 万元 as text, null for a blank cell. */
export function project(
  id: string,
  categoryId: string | null,
  total: string | null,
  rest: Partial<Project> = {},
): Project {
  position += 1;
  const blank = blankProject({ id, position, categoryId, regionCode: '530402' });
  return {
    ...blank,
    name: `项目${id}`,
    ...rest,
    amounts: { ...blank.amounts, ...rest.amounts, total: total === null ? null : wan(total) },
  };
}

export const COLUMNS = gridColumns(
  PLAN,
  REFERENCE,
  columnsOfView('annex', PLAN, REFERENCE).map(({ key }) => key),
);
export const column = (key: string) => {
  const found = COLUMNS.find((item) => item.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
};
export const columnIndex = (key: string) => COLUMNS.indexOf(column(key));
export const ALL_COLUMNS = columnsOf(PLAN, REFERENCE);
