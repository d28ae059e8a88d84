// How the project card groups the fields of the field table.
import type { Column, FieldId } from '#shared/domain/fields.ts';

export interface CardGroup {
  title: string;
  columns: Column[];
}

const GROUPS: readonly { title: string; fields: readonly FieldId[] }[] = [
  {
    title: '基本情况',
    fields: ['name', 'code', 'categoryId', 'nature', 'period', 'town', 'village', 'content', 'note'],
  },
  { title: '责任单位', fields: ['unit', 'department', 'implementer', 'person', 'phone'] },
  { title: '受益对象', fields: ['households', 'people', 'poorHouseholds', 'poorPeople', 'villages'] },
];

/** All columns but the amounts, which the matrix shows; a field that no group names stands under 其他. */
export function cardGroups(columns: readonly Column[]): CardGroup[] {
  const rest = columns.filter((column) => column.kind !== 'amount');
  const named = new Set(GROUPS.flatMap((group) => group.fields));
  const pick = (fields: readonly FieldId[]): Column[] =>
    fields.flatMap((id) => rest.filter((column) => column.field.id === id));
  return [
    ...GROUPS.map((group) => ({ title: group.title, columns: pick(group.fields) })),
    { title: '自定义栏目', columns: rest.filter((column) => column.own !== undefined) },
    {
      title: '其他',
      columns: rest.filter((column) => column.own === undefined && !named.has(column.field.id)),
    },
  ].filter((group) => group.columns.length > 0);
}
