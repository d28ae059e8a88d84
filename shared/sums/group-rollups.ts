// Rollups of the groups of a list, such as the classes; see kept-sums.ts.
import type { Project } from '../domain/project.ts';
import type { Preparer, Rollup } from '../domain/rollup.ts';
import { changeRollup, type RunningRollup, readRollup, startRollup } from './running-rollup.ts';

export interface GroupRollups<Key> {
  /** Puts a project into its group (sign 1) or takes it out (-1). */
  change(key: Key, project: Project, sign: 1 | -1): void;
  /** Of each group that has projects; a group in which nothing changed gives the object of before. */
  read(): ReadonlyMap<Key, Rollup>;
}

export function makeGroupRollups<Key>(prepare: Preparer): GroupRollups<Key> {
  const groups = new Map<Key, RunningRollup>();
  return {
    change(key, project, sign) {
      let group = groups.get(key);
      if (!group) {
        group = startRollup();
        groups.set(key, group);
      }
      changeRollup(group, project, sign, prepare);
      if (group.count === 0) groups.delete(key);
    },
    read: () => new Map([...groups].map(([key, one]) => [key, readRollup(one)])),
  };
}
