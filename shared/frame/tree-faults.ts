// Faults that all trees of a frame can have: no name, a code twice, a parent that is not there, a circle, two of one name
// under one parent.
import type { Category, FundSource, Region } from '../domain/reference.ts';
import type { FrameFault, FramePart } from './faults.ts';
import { itemId, pathOf } from './frame.ts';

export interface TreeWords {
  part: FramePart;
  /** 类别, 资金来源, 地区 */
  what: string;
  /** Tells apart things that may have the same name under one parent: the scheme of a class. */
  groupOf?: (item: Category | FundSource | Region) => string;
}

export function treeFaults(items: readonly (Category | FundSource | Region)[], words: TreeWords): FrameFault[] {
  const { part, what } = words;
  const faults: FrameFault[] = [];
  const byId = new Map<string, Category | FundSource | Region>();
  const fault = (id: string, message: string): void => {
    faults.push({ part, id, message });
  };
  for (const item of items) {
    const id = itemId(item);
    const twin = byId.get(id);
    if (twin)
      fault(id, `${what}的代码“${id}”有两个：“${twin.name}”和“${item.name}”。代码不能重复，请改一个，新增的可以留空。`);
    byId.set(id, item);
  }
  const named = new Map<string, string>();
  for (const item of items) {
    const id = itemId(item);
    const path = pathOf(byId, id).join(' › ');
    if (item.name.trim() === '') {
      const over = item.parent === null ? '' : `“${byId.get(item.parent)?.name ?? item.parent}”下`;
      fault(id, `${over}有一个${what}没有名称。请填写名称，不要的请删除。`);
      continue;
    }
    if (item.parent !== null && !byId.has(item.parent))
      fault(id, `${what}“${item.name}”的上级“${item.parent}”不在表中。请改为表中已有的${what}，或先添上它。`);
    else if (isInCircle(item, byId))
      fault(id, `${what}“${item.name}”的上级绕成了一圈（${path}）。请把其中一个改为没有上级或另外的上级。`);
    const key = `${words.groupOf?.(item) ?? ''}\n${item.parent ?? ''}\n${item.name.replace(/\s/g, '')}`;
    const twin = named.get(key);
    if (twin !== undefined && twin !== id) {
      const over = item.parent === null ? '同一级' : `“${byId.get(item.parent)?.name ?? item.parent}”下`;
      fault(id, `${over}有两个${what}都叫“${item.name}”。请改一个名称，或把两个合并。`);
    }
    named.set(key, id);
  }
  return faults;
}

function isInCircle(
  item: Category | FundSource | Region,
  byId: ReadonlyMap<string, { parent: string | null }>,
): boolean {
  const own = itemId(item);
  const seen = new Set<string>();
  for (let at = item.parent; at !== null && !seen.has(at); at = byId.get(at)?.parent ?? null) {
    if (at === own) return true;
    seen.add(at);
  }
  return false;
}

/** 3 个项目（甲、乙等） */
export function projectWords(names: readonly string[]): string {
  const shown = names.slice(0, 2).map((name) => `“${name || '（未填名称）'}”`);
  return `${names.length} 个项目（${shown.join('、')}${names.length > shown.length ? '等' : ''}）`;
}
