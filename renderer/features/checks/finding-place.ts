// The town and the class that a finding belongs to, for grouping.
import type { Project } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import type { PlaceOf } from './finding-arrange.ts';

const UNCLASSIFIED = '未分类';
const NO_TOWN = '未填乡镇';

/** Makes the function that places findings: by their project, or by the heading they stand at. */
export function makePlaceOf(projects: ReadonlyMap<string, Project>, reference: ReferenceData): PlaceOf {
  const categories = new Map(reference.categories.map((category) => [category.id, category]));
  const topName = (id: string | null): string => {
    let category = id === null ? undefined : categories.get(id);
    while (category?.parent) category = categories.get(category.parent);
    return category?.name ?? UNCLASSIFIED;
  };
  return ({ projectId, categoryId }) => {
    const project = projectId === undefined ? undefined : projects.get(projectId);
    if (project) return { town: project.town?.trim() || NO_TOWN, category: topName(project.categoryId) };
    return { town: null, category: categoryId === undefined ? null : topName(categoryId) };
  };
}
