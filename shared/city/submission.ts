// The rows of one county in one file, and which of several files of one county is its report: parts of one list come in
// together, of two versions of it only the later one.
import type { Day } from '../domain/execution.ts';
import type { ReadProject } from '../import/reading.ts';
import { bareText } from '../values/fold-text.ts';

export interface Submission {
  code: string;
  fileIndex: number;
  file: string;
  /** null: the sheets name no day. */
  asOf: Day | null;
  rows: readonly { table: number; project: ReadProject }[];
}

export interface ChosenSubmissions {
  taken: Submission[];
  /** Left out, each with the file that stands in its place. */
  dropped: { submission: Submission; because: string }[];
  /** Versions of one list of which nothing says which is the later one. */
  rivals: Submission[];
}

/** `chosen` is the index of a file that the user chose. */
export function chooseSubmissions(all: readonly Submission[], chosen: number | undefined): ChosenSubmissions {
  const result: ChosenSubmissions = { taken: [], dropped: [], rivals: [] };
  const keys = new Map(all.map((one) => [one, namesOf(one)]));
  const rest = new Set(all);
  for (const first of all) {
    if (!rest.has(first)) continue;
    const versions = [...rest].filter((one) => one === first || isVersionOf(keys.get(first), keys.get(one)));
    for (const one of versions) rest.delete(one);
    const [only] = versions;
    if (versions.length === 1 && only) {
      result.taken.push(only);
      continue;
    }
    const newest = newestOf(versions, chosen);
    if (!newest) {
      result.rivals.push(...versions);
      continue;
    }
    result.taken.push(newest);
    for (const submission of versions)
      if (submission !== newest) result.dropped.push({ submission, because: newest.file });
  }
  return result;
}

function newestOf(versions: readonly Submission[], chosen: number | undefined): Submission | undefined {
  const picked = versions.find(({ fileIndex }) => fileIndex === chosen);
  if (picked) return picked;
  const texts = new Set(versions.map(submissionText));
  if (texts.size === 1) return versions[0];
  const days = versions.map(({ asOf }) => asOf ?? '');
  const last = days.toSorted().at(-1) ?? '';
  const isOne = last !== '' && days.filter((day) => day === last).length === 1 && days.every((day) => day !== '');
  return isOne ? versions[days.indexOf(last)] : undefined;
}

/** All that the rows say, whatever their order: the same list has the same text. */
export function submissionText({ rows }: Pick<Submission, 'rows'>): string {
  return rows
    .map(({ project: { values, amounts } }) => JSON.stringify([sorted(values), sorted(amounts)]))
    .sort()
    .join('\n');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined && one !== null && one !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)]);
}

function namesOf({ rows }: Submission): Set<string> {
  return new Set(
    rows.map(({ project: { values } }) => bareText(`${values.name ?? ''}${values.town ?? ''}${values.village ?? ''}`)),
  );
}

/** Most projects of the smaller one stand in the other too. */
function isVersionOf(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const common = [...small].filter((name) => large.has(name)).length;
  return common > 0 && common * 2 >= small.size;
}
