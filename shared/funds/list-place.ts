// Where a project of a list on money lies: 大营街街道甸苴.
import type { Project } from '../domain/project.ts';

export function placeOf({ town, village }: Pick<Project, 'town' | 'village'>): string {
  return `${town?.trim() ?? ''}${village?.trim() ?? ''}`;
}
