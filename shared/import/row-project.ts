// A row of a sheet as the project it would become.
import { blankProject, type Project } from '../domain/project.ts';
import type { ReadProject } from './reading.ts';

export function rowProject({ values, amounts }: ReadProject, id: string, regionCode: string, position = 0): Project {
  const place = { id, position, categoryId: values.categoryId ?? null, regionCode };
  return { ...blankProject(place), ...(values as Partial<Project>), amounts };
}
