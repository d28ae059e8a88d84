// Rows of a sheet that comes back with a project's name, place or years changed. What is certain is an update; what is
// only likely is left for the user to pair by hand. Each row is held against few projects: those of its name, those of
// the same content and 总投资, and the one most like it in 重复项目's sense.
import { nameLikeness } from '#shared/duplicates/compare.ts';
import { findAcross } from '#shared/duplicates/find-duplicates.ts';
import { signatureMaker } from '#shared/duplicates/signature.ts';
import type { Project } from '../domain/project.ts';
import type { ReferenceData } from '../domain/reference.ts';
import { isPlaceCompatible, type Matching, type MatchKey, MOST_CANDIDATES, settle } from './project-match.ts';

export interface ChangedSides {
  incoming: readonly MatchKey[];
  existing: readonly MatchKey[];
  /** A row as the project it would become. */
  rowProject(row: number): Project;
  project(index: number): Project;
  /** 建设内容 of a row's project or a listed one, to be compared. */
  wordsOf(project: Project): string;
  tableOf(row: number): number;
  reference: Pick<ReferenceData, 'regions'>;
}

/** A new row that is like a project, though not so much that it is held back. */
export type Likeness = ReadonlyMap<number, { project: number; reasons: string }>;

/** From this likeness on (重复项目) a row is not taken in unasked. */
const SUSPECT_SCORE = 0.85;
const MOST_COMPARED = 12;
/** Letters of 建设内容 that say enough to know a work by. */
const LEAST_WORK = 6;
const NEAR_NAME = 0.6;

type Relation = 'same' | 'blank' | 'other';

interface Judged {
  project: number;
  /** 1 the surest; null: likely only. */
  rank: number | null;
  reasons: string;
}

/** Settles the certain ones in `state`, refuses the likely ones, and returns what else is alike. */
export function matchChanged(sides: ChangedSides, state: Matching): Likeness {
  const rows = [...sides.incoming.keys()].filter((row) => !state.matches.has(row));
  const likeness = new Map<number, { project: number; reasons: string }>();
  if (rows.length === 0 || state.free.size === 0) return likeness;
  const similar = similarProjects(rows, sides, state);
  const candidates = candidateFinder(sides, state);
  const others = new Map(
    rows.map((row) => {
      const pair = similar.get(row);
      return [row, new Set([...candidates(row), ...(pair ? [pair.project] : [])])];
    }),
  );
  // What was settled may show that a table came back: then its other rows are surer.
  let judged = new Map<number, Judged[]>();
  let returned = returnedTables(sides, state);
  for (let before = -1; returned.size > before; ) {
    before = returned.size;
    judged = new Map();
    for (const row of rows) {
      if (state.matches.has(row)) continue;
      const pair = similar.get(row);
      const isReturned = returned.has(sides.tableOf(row));
      const found = [...(others.get(row) ?? [])].flatMap((project) => judge(row, project, isReturned, sides) ?? []);
      if (pair && !found.some(({ project }) => project === pair.project)) {
        if (pair.score >= SUSPECT_SCORE) found.push({ project: pair.project, rank: null, reasons: pair.reasons });
        else likeness.set(row, pair);
      }
      if (found.length > 0) judged.set(row, found);
    }
    settleCertain(judged, state);
    returned = returnedTables(sides, state);
  }
  for (const [row, found] of judged) {
    if (state.matches.has(row)) continue;
    const open = found.filter(({ project }) => state.free.has(project));
    const [first] = open.toSorted((a, b) => (a.rank ?? 9) - (b.rank ?? 9) || a.project - b.project);
    if (!first) continue;
    const more = open.length > 1 ? `，另有 ${open.length - 1} 个也相近` : '';
    const conflict = `疑似同一项目：${describe(sides.project(first.project))}${first.reasons}${more}。请选定更新哪一个项目，或作为新项目`;
    const listed = [first, ...open.filter((one) => one !== first)].map(({ project }) => project);
    state.matches.set(row, { existing: null, conflict, candidates: listed.slice(0, MOST_CANDIDATES) });
    likeness.delete(row);
  }
  for (const [row, { project }] of likeness) if (!state.free.has(project)) likeness.delete(row);
  noteSameMoney(
    rows.filter((row) => !likeness.has(row) && returned.has(sides.tableOf(row))),
    sides,
    state,
    likeness,
  );
  return likeness;
}

/**
 * In a list that came back, a new row and a project without a row that agree in place, years and every amount may be one
 * under another name; where several agree nothing is said.
 */
function noteSameMoney(
  rows: readonly number[],
  { incoming, existing, project, rowProject }: ChangedSides,
  { matches, free }: Matching,
  likeness: Map<number, { project: number; reasons: string }>,
): void {
  const moneyOf = ({ amounts }: Project, { place, year }: MatchKey): string =>
    (amounts.total ?? 0) === 0 || year === ''
      ? ''
      : JSON.stringify([
          place.joined,
          place.group,
          year,
          amounts.total,
          ...[amounts.byYear, amounts.bySource].map((part) =>
            Object.entries(part)
              .filter(([, fen]) => fen !== 0)
              .sort(),
          ),
        ]);
  const taken = new Set([...likeness.values()].map((like) => like.project));
  const open = [...free].filter((index) => !taken.has(index));
  const known = Map.groupBy(open, (index) => moneyOf(project(index), existing[index] as MatchKey));
  const news = rows.filter((row) => !matches.has(row));
  const asked = Map.groupBy(news, (row) => moneyOf(rowProject(row), incoming[row] as MatchKey));
  known.delete('');
  for (const [key, [row, ...more]] of asked) {
    const [index, ...others] = known.get(key) ?? [];
    if (row === undefined || index === undefined || more.length > 0 || others.length > 0) continue;
    likeness.set(row, { project: index, reasons: '地点、年份和各项金额相同，名称不同' });
  }
}

/** Tables of which most rows are in the list, or that hold most of the list: such a sheet came back, it is no new batch. */
function returnedTables({ incoming, existing, tableOf }: ChangedSides, { matches }: Matching): Set<number> {
  const isKnown = (row: number): boolean => (matches.get(row)?.existing ?? null) !== null;
  const tables = Map.groupBy(incoming.keys(), tableOf);
  return new Set(
    [...tables]
      .filter(([, rows]) => rows.filter(isKnown).length * 2 >= Math.min(rows.length, existing.length))
      .map(([table]) => table),
  );
}

/** Rank by rank: a row and a project that have only each other are one; others stay open, whatever their order. */
function settleCertain(judged: ReadonlyMap<number, readonly Judged[]>, state: Matching): void {
  const contested = new Set<number>();
  for (const rank of [1, 2, 3, 4]) {
    const rowsOf = new Map<number, number[]>();
    for (const [row, found] of judged) {
      if (state.matches.has(row)) continue;
      for (const { project, rank: own } of found) {
        if (own === rank && state.free.has(project)) rowsOf.set(project, [...(rowsOf.get(project) ?? []), row]);
      }
    }
    const count = Map.groupBy([...rowsOf.values()].flat(), (row) => row);
    for (const [project, rows] of rowsOf) {
      const [row] = rows;
      const isOnly = rows.length === 1 && row !== undefined && count.get(row)?.length === 1;
      if (isOnly && !contested.has(project)) settle(state, row, project);
      else contested.add(project);
    }
  }
}

function relate<T>(a: T, b: T, blank: T): Relation {
  if (a === blank || b === blank) return 'blank';
  return a === b ? 'same' : 'other';
}

/** What speaks for a row and a project being one; undefined where too little does. */
function judge(row: number, index: number, isReturned: boolean, sides: ChangedSides): Judged | undefined {
  const { incoming, existing, reference } = sides;
  const [a, b] = [incoming[row] as MatchKey, existing[index] as MatchKey];
  if (relate(a.code, b.code, '') === 'other') return undefined;
  const [one, other] = [sides.rowProject(row), sides.project(index)];
  const signatureOf = signatureMaker(reference);
  const [mine, theirs] = [signatureOf(one), signatureOf(other)];
  const year = relate(a.year, b.year, '');
  const money = relate(one.amounts.total, other.amounts.total, null);
  const words = sides.wordsOf(one);
  const content = relate(words, sides.wordsOf(other), '');
  const isSameWork = content === 'same' && money === 'same' && words.length >= LEAST_WORK;
  const isHere = isPlaceCompatible(a.place, b.place);
  const isNamed = a.name !== '' && b.name !== '';
  const name = nameLikeness(mine, theirs);
  const reasons = reasonsOf({
    name: !isNamed ? 'blank' : a.name === b.name ? 'same' : name >= NEAR_NAME ? 'near' : 'other',
    place: isHere ? 'same' : 'other',
    year,
    years: `${b.year}、${a.year}`,
    money,
    content,
  });
  const as = (rank: number | null): Judged => ({ project: index, rank, reasons });

  if (isNamed && a.name === b.name) {
    if (isHere) {
      if (isReturned) return as(1);
      return money === 'same' || content === 'same' ? as(null) : undefined;
    }
    const isSameVillage = a.place.village !== '' && a.place.village === b.place.village;
    if (isSameVillage)
      return isReturned || (year !== 'other' && (money === 'same' || content === 'same')) ? as(2) : as(null);
    if (isReturned) return content === 'same' || (content === 'blank' && money === 'same') ? as(3) : undefined;
    return isSameWork ? as(null) : undefined;
  }
  const isNear = !isNamed || name >= NEAR_NAME;
  const isSameCore = isNamed && mine.core !== '' && mine.core === theirs.core && name === 1;
  const isPlaced = isHere && (a.place.joined !== '' || b.place.joined !== '');
  if (isPlaced && isNear && isSameWork) return year !== 'other' || isReturned ? as(4) : as(null);
  if (isPlaced && isSameCore && money === 'same' && year === 'same' && content !== 'other') return as(4);
  if (isPlaced && isSameWork) return as(null);
  return isReturned && isNear && isSameWork ? as(null) : undefined;
}

interface Reasons {
  name: Relation | 'near';
  place: Relation;
  year: Relation;
  years: string;
  money: Relation;
  content: Relation;
}

function reasonsOf({ name, place, year, years, money, content }: Reasons): string {
  const same = [
    ...(name === 'same' ? ['名称'] : []),
    ...(place === 'same' ? ['地点'] : []),
    ...(content === 'same' ? ['建设内容'] : []),
    ...(money === 'same' ? ['总投资'] : []),
  ];
  const other = [
    ...(name === 'near' ? ['名称相近'] : name === 'other' ? ['名称不同'] : []),
    ...(place === 'other' ? ['地点不同'] : []),
    ...(year === 'other' ? [`年份不同（${years}）`] : []),
    ...(content === 'other' ? ['建设内容不同'] : []),
    ...(money === 'other' ? ['总投资不同'] : []),
  ];
  return `${same.join('、')}相同${other.length > 0 ? `，${other.join('、')}` : ''}`;
}

/** 项目表中的“道路硬化” */
export function describe({ name, town, village }: Project): string {
  const place = [town, village].filter((part) => part).join(' ');
  return `与项目表中的“${name}”${place === '' ? '' : `（${place}）`}`;
}

/** Projects of the row's name, of its name and village, of its content and amount; too many say nothing. */
function candidateFinder({ incoming, existing, project, rowProject, wordsOf }: ChangedSides, { free }: Matching) {
  const workOf = (one: Project): string => {
    const words = wordsOf(one);
    return one.amounts.total === null || words.length < LEAST_WORK ? '' : `${one.amounts.total}\n${words}`;
  };
  const named = Map.groupBy(free, (index) => existing[index]?.name ?? '');
  const villageKey = ({ name, place }: MatchKey): string => `${name}\n${place.village || place.town}`;
  const here = Map.groupBy(free, (index) => villageKey(existing[index] as MatchKey));
  const works = Map.groupBy(free, (index) => workOf(project(index)));
  works.delete('');
  named.delete('');
  return (row: number): number[] => {
    const key = incoming[row] as MatchKey;
    const lists = [
      named.get(key.name),
      key.name === '' ? [] : here.get(villageKey(key)),
      works.get(workOf(rowProject(row))),
    ];
    return lists.flatMap((list) => (list && list.length <= MOST_COMPARED ? list : []));
  };
}

/** For each row the free project most like it, as 重复项目 sees it. */
function similarProjects(rows: readonly number[], sides: ChangedSides, { free }: Matching) {
  const byId = new Map([...free].map((index) => [sides.project(index).id, index]));
  const byRowId = new Map(rows.map((row) => [sides.rowProject(row).id, row]));
  const found = new Map<number, { project: number; score: number; reasons: string }>();
  const own = [...free].map((index) => sides.project(index));
  for (const { a, b, score, reasons } of findAcross(
    own,
    rows.map((row) => sides.rowProject(row)),
    sides.reference,
  )) {
    const [project, row] = [byId.get(a), byRowId.get(b)];
    if (project !== undefined && row !== undefined) found.set(row, { project, score, reasons: reasons.join('、') });
  }
  return found;
}
