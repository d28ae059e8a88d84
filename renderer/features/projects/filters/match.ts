// Which projects the 项目表 shows: the filters, the quick search and a list of projects that another screen names.
import type { Project } from '#shared/domain/project.ts';
import type { Filter, Filters, NumberTest, TEXT_TESTS, TextTest } from './filter.ts';
import { foldText } from './fold-text.ts';
import type { Subject } from './subjects.ts';

export interface Asked {
  filters: Filters;
  search: string;
  /** Ids of the only projects to show; null: all. */
  only: readonly string[] | null;
}

type Test = (project: Project) => boolean;

/** Whether anything may be hidden. */
export function isFiltering({ filters, search, only }: Asked): boolean {
  return Object.keys(filters).length > 0 || search.trim() !== '' || only !== null;
}

/** The projects that pass everything but the filter of `except`. The same array where nothing is asked. */
export function keepProjects(
  projects: readonly Project[],
  asked: Asked,
  subjects: ReadonlyMap<string, Subject>,
  except?: string,
): readonly Project[] {
  const tests: Test[] = [];
  if (asked.only !== null) {
    const ids = new Set(asked.only);
    tests.push((project) => ids.has(project.id));
  }
  for (const [key, filter] of Object.entries(asked.filters)) {
    const subject = subjects.get(key);
    // A column that the plan does not have any more filters nothing.
    if (subject && key !== except) tests.push(filterTest(filter, subject, projects));
  }
  const words = foldText(asked.search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) tests.push((project) => words.every((word) => searchText(project).includes(word)));
  return tests.length === 0 ? projects : projects.filter((project) => tests.every((test) => test(project)));
}

/** The test of one filter. Averages and the first few are taken over all projects, as in Excel. */
function filterTest(filter: Filter, subject: Subject, projects: readonly Project[]): Test {
  if (filter.kind === 'values') {
    const wanted = new Set(filter.values);
    return (project) => subject.valuesOf(project).some((value) => wanted.has(value));
  }
  if (filter.kind === 'text') {
    const test = textTest(filter.test, foldText(filter.text));
    return (project) =>
      test(subject.valuesOf(project).map((value) => (value === '' ? '' : foldText(subject.labelOf(value)))));
  }
  const test = numberTest(filter, subject, projects);
  return (project) => {
    const number = subject.numberOf(project);
    // A blank cell is no number: it passes 不等于 only.
    return number === null ? filter.test === 'ne' : test(number);
  };
}

function textTest(test: TextTest, wanted: string): (texts: readonly string[]) => boolean {
  const some: Record<keyof typeof TEXT_TESTS, (text: string) => boolean> = {
    contains: (text) => text.includes(wanted),
    excludes: (text) => text.includes(wanted),
    starts: (text) => text.startsWith(wanted),
    ends: (text) => text.endsWith(wanted),
    equals: (text) => text === wanted,
    differs: (text) => text === wanted,
  };
  const isNegative = test === 'excludes' || test === 'differs';
  return (texts) => texts.some(some[test]) !== isNegative;
}

function numberTest(
  { test, a, b }: { test: NumberTest; a: number; b: number },
  subject: Subject,
  projects: readonly Project[],
): (number: number) => boolean {
  const numbers = (): number[] => projects.flatMap((project) => subject.numberOf(project) ?? []);
  switch (test) {
    case 'gt':
      return (number) => number > a;
    case 'ge':
      return (number) => number >= a;
    case 'lt':
      return (number) => number < a;
    case 'le':
      return (number) => number <= a;
    case 'eq':
      return (number) => number === a;
    case 'ne':
      return (number) => number !== a;
    case 'between':
      return (number) => number >= Math.min(a, b) && number <= Math.max(a, b);
    case 'top':
    case 'bottom': {
      const sorted = numbers().sort((left, right) => (test === 'top' ? right - left : left - right));
      // Equal ones at the edge all count, as in Excel.
      const edge = sorted[Math.min(a, sorted.length) - 1];
      return (number) => edge !== undefined && (test === 'top' ? number >= edge : number <= edge);
    }
    case 'above':
    case 'below': {
      const all = numbers();
      // Sums of 分 stay exact below 2^53; the comparison is made without dividing.
      const sum = all.reduce((total, number) => total + number, 0);
      return (number) => (test === 'above' ? number * all.length > sum : number * all.length < sum);
    }
  }
}

/** The text in which the quick search looks. */
export function searchText(project: Project): string {
  const parts = [
    project.name,
    project.code,
    project.town,
    project.village,
    project.content,
    project.unit,
    project.department,
    project.implementer,
    project.note,
  ];
  return foldText(parts.filter((part) => part !== null).join('\n'));
}
