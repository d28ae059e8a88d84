// The views of the 项目表 that come with the program: which columns each shows, in order. A new view is one entry.
import { annexColumns, type Column, columnsOf, type FieldId, usedColumns } from '#shared/domain/fields.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';

export interface ViewSpec {
  id: string;
  name: string;
  /** Fields after 序号 and 名称; 资金来源 and 分年度 spread out into their columns. */
  fields: readonly FieldId[] | 'annex' | 'all';
}

export const VIEWS: readonly ViewSpec[] = [
  { id: 'annex', name: '附表', fields: 'annex' },
  { id: 'all', name: '全部', fields: 'all' },
  {
    id: 'place',
    name: '地点和内容',
    fields: ['categoryId', 'nature', 'town', 'village', 'content', 'period', 'total'],
  },
  {
    id: 'money',
    name: '资金',
    fields: ['period', 'total', 'source', 'before', 'year', 'later', 'subsidyStandard', 'documentNumber'],
  },
  {
    id: 'benefit',
    name: '受益',
    fields: [
      'town',
      'village',
      'total',
      'villages',
      'households',
      'people',
      'poorHouseholds',
      'poorPeople',
      'linkage',
      'participation',
    ],
  },
  {
    id: 'goal',
    name: '绩效',
    fields: ['content', 'period', 'total', 'goal', 'linkage', 'nationalType', 'nationalSubtype'],
  },
  {
    id: 'duty',
    name: '责任',
    fields: ['town', 'village', 'period', 'total', 'unit', 'department', 'implementer', 'person', 'phone', 'note'],
  },
];

export const HOME_VIEW = 'annex';

/** Of a plan without money before or after its period. */
export const NONE_USED: ReadonlySet<string> = new Set();

/**
 * The columns of a view in its order, 名称 first; those of 期前 and 期后 where they are `used`. An unknown view
 * is the first one.
 */
export function columnsOfView(
  id: string,
  plan: PlanInfo,
  reference: ReferenceData,
  used: ReadonlySet<string> = NONE_USED,
): Column[] {
  const spec = VIEWS.find((view) => view.id === id) ?? VIEWS[0];
  const all = usedColumns(columnsOf(plan, reference), used);
  const name = all.filter((column) => column.key === 'name');
  const fields = spec?.fields ?? 'annex';
  const rest =
    fields === 'annex'
      ? annexColumns(plan, reference, used)
      : fields === 'all'
        ? all
        : fields.flatMap((field) => all.filter((column) => column.field.id === field));
  return [...name, ...rest.filter((column) => column.key !== 'name')];
}
