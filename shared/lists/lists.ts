// The lists by id, and the rows of a workbook.

import type { RecordValue } from '../records/kinds.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import { BASIS_LIST } from './basis-list.ts';
import { LINKAGE_LIST } from './linkage-list.ts';
import type { ListId, ListSpec } from './list-spec.ts';
import { PLACE_LIST } from './place-list.ts';
import { TASK_LIST } from './task-list.ts';
import { VILLAGE_LIST } from './village-list.ts';

export const LISTS: { readonly [K in ListId]: ListSpec<K> } = {
  task: TASK_LIST,
  'village-year': VILLAGE_LIST,
  'listed-place': PLACE_LIST,
  linkage: LINKAGE_LIST,
  'basis-document': BASIS_LIST,
};

export const LIST_IDS = Object.keys(LISTS) as [ListId, ...ListId[]];

/** The rows of a list in the order in which they came. */
export function listRows<K extends ListId>({ records }: Pick<PlanData, 'records'>, id: K): readonly RecordValue<K>[] {
  return [...recordsOf(records, id).values()];
}
