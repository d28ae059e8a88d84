// T13: projects that stand in the list twice.
import { wanText } from '#shared/domain/money.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { type Project, startYear } from '#shared/domain/project.ts';
import type { Finding } from './finding.ts';
import type { PlanRule } from './rule.ts';
import { PROJECT_TABLE, plainFinding, projectName, projectPlace } from './wording.ts';

const WIDE = /[\uff01-\uff5e]/g;
const NOISE = /[\s\p{P}\p{S}]|20\d\d年度?|项目|工程|建设|[村内的]/gu;

/** Names of places that a name may repeat: county and town, full and short. */
function placeNames(data: PlanData): string[] {
  return data.reference.regions
    .filter(({ level }) => level !== 'village')
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
}

/** A name without what varies between two notations of one project: year, county, town, 项目, punctuation, width. */
function coreName(name: string, places: RegExp): string {
  return name
    .replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(places, '')
    .replace(NOISE, '');
}

const remembered = new WeakMap<readonly unknown[], { places: RegExp; cores: WeakMap<Project, string> }>();

/** Key under which two projects count as the same: name, village, start year. Remembered per project. */
function makeDuplicateKey(data: PlanData): (project: Project) => string {
  const { regions } = data.reference;
  let memory = remembered.get(regions);
  if (!memory) {
    const escaped = placeNames(data).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    memory = { places: new RegExp(escaped.join('|') || '(?!)', 'g'), cores: new WeakMap() };
    remembered.set(regions, memory);
  }
  const { places, cores } = memory;
  return (project) => {
    let key = cores.get(project);
    if (key === undefined) {
      const core = coreName(project.name, places);
      const place = `${project.regionCode}|${(project.village ?? project.town ?? '').replace(/[村社区]+$/, '')}`;
      key = core === '' ? '' : `${core}|${place}|${startYear(project) ?? ''}`;
      cores.set(project, key);
    }
    return key;
  };
}

function findDuplicates(data: PlanData): Finding[] {
  const keyOf = makeDuplicateKey(data);
  const first = new Map<string, Project>();
  const findings: Finding[] = [];
  for (const project of data.projects) {
    const key = keyOf(project);
    if (key === '') continue;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, project);
      continue;
    }
    const place = projectPlace(project, '项目名称', 'name');
    const totals = [project, earlier].map(({ amounts }) => (amounts.total === null ? '未填' : wanText(amounts.total)));
    const message =
      `${PROJECT_TABLE}：“${projectName(project)}”（总投资 ${totals[0]}）与“${projectName(earlier)}”（总投资 ${totals[1]}）` +
      '名称、地点和开始年度相同，疑为重复申报。请核对，确属两个项目的请在名称中区分。';
    findings.push(
      plainFinding('T13', 'warning', place, message, {
        left: projectName(project),
        right: projectName(earlier),
        suspect: '疑重复申报',
      }),
    );
  }
  return findings;
}

export const DUPLICATE_RULE: PlanRule = {
  id: 'T13',
  level: 'warning',
  scope: 'plan',
  title: '疑似重复的项目',
  help: '同一村、同一开始年度里名称相同的项目；比较时不计年份、县乡名、标点和“项目”“工程”等字样。',
  examples: {
    passes: {
      text: '甸苴村道路硬化（二期）与（三期）名称不同，是两个项目。',
      projects: [
        { name: '甸苴村道路硬化（二期）', town: '大营街街道', village: '甸苴' },
        { name: '甸苴村道路硬化（三期）', town: '大营街街道', village: '甸苴' },
      ],
    },
    fails: {
      text: '“大营街街道甸苴村2023年村内道路硬化项目”与“2023年大营街甸苴村道路硬化”在同一村、同一年，疑为一个项目报了两次。',
      projects: [
        { name: '大营街街道甸苴村2023年村内道路硬化项目', town: '大营街街道', village: '甸苴' },
        { name: '2023年大营街甸苴村道路硬化', town: '大营街街道', village: '甸苴' },
      ],
    },
  },
  check: findDuplicates,
};
