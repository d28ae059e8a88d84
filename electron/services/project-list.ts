// The projects of a session in list order. Where a change moves no project the list from before is patched: sorting
// thousands of projects for one edited cell would be most of the work.
import { type CategoryOrder, compareInList } from '#shared/domain/list-order.ts';
import type { Project } from '#shared/domain/project.ts';

export interface ProjectList {
  /** A new array after each change. */
  sorted(images: ReadonlyMap<string, Project>, order: CategoryOrder): readonly Project[];
  /** Notes what changed since the last call of `sorted`. */
  touch(id: string): void;
}

export function projectList(): ProjectList {
  let list: readonly Project[] | null = null;
  let places = new Map<string, number>();
  let orderThen: CategoryOrder | null = null;
  const touched = new Set<string>();

  const patch = (before: readonly Project[], images: ReadonlyMap<string, Project>): readonly Project[] | null => {
    const after = [...before];
    for (const id of touched) {
      const place = places.get(id);
      const old = place === undefined ? undefined : before[place];
      const now = images.get(id);
      if (!old || !now || place === undefined) return null;
      if (old.categoryId !== now.categoryId || old.position !== now.position) return null;
      after[place] = now;
    }
    return after;
  };

  return {
    touch: (id) => touched.add(id),
    sorted(images, order) {
      if (list !== null && orderThen === order && touched.size === 0) return list;
      const patched = list !== null && orderThen === order ? patch(list, images) : null;
      if (patched === null) {
        list = [...images.values()].sort(compareInList(order));
        places = new Map(list.map((project, index) => [project.id, index]));
        orderThen = order;
      } else {
        list = patched;
      }
      touched.clear();
      return list;
    },
  };
}
