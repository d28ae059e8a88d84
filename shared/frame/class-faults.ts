// Faults of class schemes: besides those of any tree, projects without their class, classes beneath another scheme, and
// mappings that lead nowhere or twice.
import type { Project } from '../domain/project.ts';
import type { FrameFault } from './faults.ts';
import type { Frame } from './frame.ts';
import { projectWords, treeFaults } from './tree-faults.ts';

export function classFaults(before: Frame, after: Frame, projects: readonly Project[]): FrameFault[] {
  if (before.categories === after.categories && before.schemes === after.schemes && before.mappings === after.mappings)
    return [];
  const { schemes, categories, mappings } = after;
  const faults = treeFaults(categories, {
    part: 'categories',
    what: '类别',
    groupOf: (item) => ('scheme' in item ? item.scheme : ''),
  });
  const known = new Map(schemes.map((one) => [one.id, one.name]));
  for (const { id, name } of schemes) {
    if (name.trim() === '') faults.push({ part: 'schemes', id, message: `类别体系“${id}”没有名称，请填写。` });
    const twin = schemes.find((one) => one.id !== id && one.name.trim() === name.trim());
    if (twin && twin.id < id)
      faults.push({ part: 'schemes', id, message: `有两个类别体系都叫“${name}”。请改一个名称。` });
  }
  const byId = new Map(categories.map((one) => [one.id, one]));
  for (const { id, name, scheme, parent } of categories) {
    if (!known.has(scheme))
      faults.push({
        part: 'categories',
        id,
        message: `类别“${name}”的类别体系“${scheme}”不在表中。请先添上这个体系。`,
      });
    const over = parent === null ? undefined : byId.get(parent);
    if (over && over.scheme !== scheme)
      faults.push({
        part: 'categories',
        id,
        message: `类别“${name}”属于“${known.get(scheme) ?? scheme}”，上级“${over.name}”却属于“${known.get(over.scheme) ?? over.scheme}”。上级应在同一体系中。`,
      });
  }
  return [...faults, ...mappingFaults(mappings, byId, known), ...leftProjects(before, byId, projects)];
}

function mappingFaults(
  mappings: Frame['mappings'],
  byId: ReadonlyMap<string, { name: string; scheme: string }>,
  schemes: ReadonlyMap<string, string>,
): FrameFault[] {
  const seen = new Map<string, string>();
  return mappings.flatMap(({ from, to }): FrameFault[] => {
    const [left, right] = [byId.get(from), byId.get(to)];
    const fault = (message: string): FrameFault[] => [{ part: 'mappings', id: `${from}|${to}`, message }];
    if (!left || !right)
      return fault(
        `类别对应“${left?.name ?? from} → ${right?.name ?? to}”里，“${left ? to : from}”不在类别表中。请改为已有的类别，或删去这一行。`,
      );
    if (left.scheme === right.scheme)
      return fault(
        `“${left.name} → ${right.name}”两边都在“${schemes.get(left.scheme) ?? left.scheme}”中。对应关系应在两个体系之间。`,
      );
    const key = `${from}\n${right.scheme}`;
    const twin = seen.get(key);
    seen.set(key, right.name);
    return twin === undefined
      ? []
      : fault(
          `“${left.name}”在“${schemes.get(right.scheme) ?? right.scheme}”中有两个对应：“${twin}”和“${right.name}”。一个类别只能对应一个，请删去一行。`,
        );
  });
}

/** Classes that are gone and still have projects. */
function leftProjects(before: Frame, byId: ReadonlyMap<string, unknown>, projects: readonly Project[]): FrameFault[] {
  if (before.categories.every(({ id }) => byId.has(id))) return [];
  const lost = Map.groupBy(
    projects.filter(({ categoryId }) => categoryId !== null && !byId.has(categoryId)),
    ({ categoryId }) => categoryId as string,
  );
  return [...lost].map(([id, members]) => {
    const name = before.categories.find((one) => one.id === id)?.name ?? id;
    return {
      part: 'categories',
      id,
      message: `类别“${name}”下还有 ${projectWords(members.map((one) => one.name))}，不能直接删除。请选定把它们改列到哪个类别（或列为“未分类”），或者把“${name}”并入另一个类别。`,
    };
  });
}
