// Faults of 自定义栏目: no name, a name of the program's own columns, two of one name.
import { fieldCalled, foldColumnName, type OwnColumn } from '../domain/own-columns.ts';
import type { FrameFault } from './faults.ts';
import type { Frame } from './frame.ts';

/** A plan with more is likely a mistake, and its list could not be shown. */
export const MOST_OWN_COLUMNS = 60;

type Columns = Pick<Frame, 'ownColumns' | 'fundSources'>;

export function columnFaults(before: Columns, after: Columns): FrameFault[] {
  if (before.ownColumns === after.ownColumns) return [];
  const holders = new Map<string, OwnColumn>();
  const faults: FrameFault[] = [];
  const fault = (id: string, message: string): void => {
    faults.push({ part: 'ownColumns', id, message });
  };
  if (after.ownColumns.length > MOST_OWN_COLUMNS)
    fault('', `自定义栏目有 ${after.ownColumns.length} 个，最多 ${MOST_OWN_COLUMNS} 个。请删去用不着的。`);
  for (const one of after.ownColumns) {
    const { id, name } = one;
    const folded = foldColumnName(name);
    if (folded === '') {
      fault(id, '有一个自定义栏目没有名称。请填写名称，不要的请删除。');
      continue;
    }
    const field = fieldCalled(name) ?? fundCalled(after, folded);
    if (field !== undefined)
      fault(id, `自定义栏目不能叫“${name}”：导入时这样的表头认作“${field}”。请换一个名称，如“${name}（本单位）”。`);
    const twin = holders.get(folded);
    if (twin) fault(id, `有两个自定义栏目都叫“${twin.name}”。请改其中一个的名称，或删去一个。`);
    else holders.set(folded, one);
  }
  return faults;
}

/** A source of funds of the plan that a header of this name means. */
function fundCalled({ fundSources }: Columns, folded: string): string | undefined {
  const found = fundSources.find(({ name, aliases, names }) =>
    [name, ...aliases, ...names.map((one) => one.name)].some((text) => foldColumnName(text) === folded),
  );
  return found === undefined ? undefined : found.name;
}
