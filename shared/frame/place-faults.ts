// Faults of places: besides those of any tree, places under the wrong level, and places that projects still stand in.
import type { Project } from '../domain/project.ts';
import type { Region, RegionLevel } from '../domain/reference.ts';
import type { FrameFault } from './faults.ts';
import type { Frame } from './frame.ts';
import { projectWords, treeFaults } from './tree-faults.ts';

const LEVEL_WORDS: Readonly<Record<RegionLevel, string>> = {
  province: '省（自治区、直辖市）',
  city: '市（州、盟）',
  county: '县（市、区、旗）',
  town: '乡镇（街道）',
  village: '村（社区）',
};
/** What a place may stand under. */
const PARENTS: Readonly<Record<RegionLevel, readonly RegionLevel[]>> = {
  province: [],
  city: ['province'],
  county: ['city', 'province'],
  town: ['county', 'city'],
  village: ['town'],
};

/** 村（社区） */
export function levelWords(level: RegionLevel): string {
  return LEVEL_WORDS[level];
}

export function placeFaults(before: Frame, after: Frame, projects: readonly Project[]): FrameFault[] {
  const faults: FrameFault[] = [];
  const byCode = new Map(after.regions.map((one) => [one.code, one]));
  const { plan } = after;
  if (!byCode.has(plan.regionCode)) {
    const message = `“${plan.regionName}”是本规划自己的地区，不能删除。`;
    faults.push({ part: 'regions', id: plan.regionCode, message });
  }
  if (before.regions === after.regions) return faults;
  faults.push(...treeFaults(after.regions, { part: 'regions', what: '地区' }));
  for (const { code, name, level, parent } of after.regions) {
    const over = parent === null ? undefined : byCode.get(parent);
    if (!over || PARENTS[level].includes(over.level)) continue;
    const message = `${LEVEL_WORDS[level]}“${name}”不能放在${LEVEL_WORDS[over.level]}“${over.name}”下面，上级应是${PARENTS[level].map((one) => LEVEL_WORDS[one]).join('或')}。`;
    faults.push({ part: 'regions', id: code, message });
  }
  const gone = before.regions.filter(({ code }) => !byCode.has(code));
  for (const place of gone) {
    const users = usersOf(place, before, after, projects);
    if (users.length === 0) continue;
    const message = `“${place.name}”还有 ${projectWords(users.map(({ name }) => name))}，不能直接删除。请把它并入另一个${LEVEL_WORDS[place.level]}，或先改这些项目的建设地点。`;
    faults.push({ part: 'regions', id: place.code, message });
  }
  return faults;
}

/** Projects that name the place and would find it nowhere: not even as another name of what is left. */
function usersOf(place: Region, before: Frame, after: Frame, projects: readonly Project[]): Project[] {
  const parent = before.regions.find(({ code }) => code === place.parent);
  if (place.level !== 'town' && place.level !== 'village')
    return projects.filter(({ regionCode }) => regionCode === place.code);
  const plain = (text: string | null): string => text?.replace(/\s/g, '') ?? '';
  const namesOf = (one: Region): string[] => [one.name, ...one.aliases].map(plain);
  const names = new Set(namesOf(place));
  const isElsewhere = (county: string, text: string): boolean =>
    after.regions.some((one) => {
      if (one.level !== place.level || !namesOf(one).includes(text)) return false;
      const over = after.regions.find(({ code }) => code === one.parent);
      return one.parent === county || over?.parent === county;
    });
  if (place.level === 'town')
    return projects.filter(
      ({ regionCode, town }) =>
        regionCode === place.parent && names.has(plain(town)) && !isElsewhere(regionCode, plain(town)),
    );
  const towns = new Set(parent ? namesOf(parent) : []);
  return projects.filter(
    ({ regionCode, town, village }) =>
      regionCode === parent?.parent &&
      towns.has(plain(town)) &&
      names.has(plain(village)) &&
      !isElsewhere(regionCode, plain(village)),
  );
}
