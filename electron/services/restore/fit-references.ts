// Makes the facts that were saved fit together: a place, class or fund source that something refers to and that was lost
// comes from the reference data of the program; where it has none either, the reference is emptied. Both are told.
import type { KINDS } from '#electron/db/kinds/index.ts';
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { isSampleRegion, sampleRegions } from '#seeds/regions.ts';
import type { Claim } from '#shared/domain/claims.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Category, FundSource, PlanInfo, Region } from '#shared/domain/reference.ts';
import { AppError } from '#shared/values/app-error.ts';

type Entity = keyof typeof KINDS;

/** Facts that are to be written, by kind and id. */
export type FactSet = ReadonlyMap<Entity, Map<string, unknown>>;

interface Mapping {
  from: string;
  to: string;
}

/** Changes the set so that every reference finds what it names; gives what was done, in Chinese. */
export function fitReferences(facts: FactSet, batches: ReadonlySet<string>): string[] {
  const notes: string[] = [];
  const of = <T>(entity: Entity): Map<string, T> => (facts.get(entity) ?? new Map()) as Map<string, T>;
  const projects = of<Project>('project');
  const plan = of<PlanInfo>('plan');
  if (!plan.has('plan')) {
    const [first] = projects.values();
    if (!first) throw new AppError('damaged', '规划设置和项目都读不出来，没有可以恢复的内容。请用最近的备份。');
    const code = first.regionCode;
    const known = [...of<Region>('region').values()];
    const regions = known.some((one) => one.code === code) ? known : placesFor(code, code);
    plan.set('plan', planDefaults(code, 2021, 2025, regions));
    notes.push('规划设置没有读出来，按项目所在地区填了默认值（2021—2025年），请在规划设置中核对。');
  }
  const { regionCode: region, regionName } = plan.get('plan') as PlanInfo;
  notes.push(...fillFrame(region, placesFor(region, regionName), of));
  const regions = of<Region>('region');
  const categories = of<Category>('category');
  const fundSources = of<FundSource>('fundSource');
  const empty = (what: string, count: number): void => {
    if (count > 0) notes.push(`${what}指向的内容已丢失，${count} 处改为空。`);
  };
  empty(
    '上级地区',
    clear(
      regions,
      ({ parent }) => parent !== null && !regions.has(parent),
      (one) => ({ ...one, parent: null }),
    ),
  );
  empty(
    '上级类别',
    clear(
      categories,
      ({ parent }) => parent !== null && !categories.has(parent),
      (one) => ({ ...one, parent: null }),
    ),
  );
  empty(
    '上级资金来源',
    clear(
      fundSources,
      ({ parent }) => parent !== null && !fundSources.has(parent),
      (one) => ({ ...one, parent: null }),
    ),
  );
  empty(
    '项目的规划类别',
    clear(
      projects,
      ({ categoryId }) => categoryId !== null && !categories.has(categoryId),
      (one) => ({
        ...one,
        categoryId: null,
      }),
    ),
  );
  const moved = clear(
    projects,
    ({ regionCode }) => !regions.has(regionCode),
    (one) => ({ ...one, regionCode: region }),
  );
  if (moved > 0) notes.push(`${moved} 个项目所在的地区已丢失，改记在本规划的地区。`);
  empty(
    '声明数的来源',
    clear(
      of<Claim>('claim'),
      ({ batchId }) => batchId !== null && !batches.has(batchId),
      (one) => ({
        ...one,
        batchId: null,
      }),
    ),
  );
  const schemes = of<object>('scheme');
  for (const { scheme } of categories.values()) {
    if (!schemes.has(scheme)) schemes.set(scheme, { id: scheme, name: scheme, position: schemes.size });
  }
  for (const [id, { from, to }] of of<Mapping>('mapping')) {
    if (!categories.has(from) || !categories.has(to)) of('mapping').delete(id);
  }
  return notes;
}

/** The places that are known without the 地名库: those of the sample, else the plan's own alone. */
function placesFor(code: string, name: string): Region[] {
  return isSampleRegion(code) ? sampleRegions(code) : [{ code, parent: null, name, aliases: [], level: 'county' }];
}

/** Adds what of the frame is lost and the program knows: all of a list that is gone, else what is referred to. */
function fillFrame(regionCode: string, places: readonly Region[], of: <T>(entity: Entity) => Map<string, T>): string[] {
  const known = referenceFor(regionCode, places);
  const notes: string[] = [];
  const fill = (
    entity: Entity,
    title: string,
    list: readonly (readonly [id: string, image: object])[],
    asked: Set<string>,
  ): void => {
    const there = of<unknown>(entity);
    const isGone = there.size === 0;
    let added = 0;
    list.forEach(([id, image], position) => {
      if (there.has(id) || !(isGone || asked.has(id))) return;
      there.set(id, { ...image, position });
      added += 1;
    });
    if (added > 0) notes.push(`${title}丢失 ${added} 条，按程序自带的名单补上。`);
  };
  const asked = (...ids: Iterable<string | null>[]): Set<string> =>
    new Set(ids.flatMap((list) => [...list]).filter((id) => id !== null));
  const each = <T>(entity: Entity, pick: (one: T) => string | null): (string | null)[] =>
    [...of<T>(entity).values()].map(pick);
  fill(
    'scheme',
    '类别体系',
    known.schemes.map((one) => [one.id, one]),
    asked(each<Category>('category', ({ scheme }) => scheme)),
  );
  fill(
    'category',
    '规划类别',
    known.categories.map((one) => [one.id, one]),
    asked(
      each<Project>('project', ({ categoryId }) => categoryId),
      each<Category>('category', ({ parent }) => parent),
    ),
  );
  fill(
    'region',
    '地区',
    known.regions.map((one) => [one.code, one]),
    asked(
      [regionCode],
      each<Project>('project', (project) => project.regionCode),
      each<Region>('region', ({ parent }) => parent),
    ),
  );
  fill(
    'fundSource',
    '资金来源',
    known.fundSources.map((one) => [one.id, one]),
    asked(
      each<FundSource>('fundSource', ({ parent }) => parent),
      [...of<Project>('project').values()].flatMap(({ amounts }) => Object.keys(amounts.bySource)),
    ),
  );
  return notes;
}

function clear<T>(facts: Map<string, T>, isBroken: (one: T) => boolean, mend: (one: T) => T): number {
  let count = 0;
  for (const [id, one] of facts) {
    if (!isBroken(one)) continue;
    facts.set(id, mend(one));
    count += 1;
  }
  return count;
}
