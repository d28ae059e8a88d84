// 结转: the projects of a new plan from those of the old one that are not finished (SPECS J5). Pure: from the old plan and
// the new plan's head to new projects and the lines of the 结转清单.
import { categoryPath } from '../domain/categories.ts';
import { withMargins } from '../domain/margins.ts';
import { BEFORE, inTime, isOutsideYear, LATER, outsideFen, yearNumber } from '../domain/outside-years.ts';
import { type Amounts, cellKey, type Project, splitCellKey, startYear } from '../domain/project.ts';
import type { PlanInfo } from '../domain/reference.ts';
import { UNCATEGORISED } from '../format/annex-rows.ts';
import type { PlanData } from '../records/plan-data.ts';
import { makeCategoryResolver } from '../tables/crosswalk.ts';
import { type Fen, toFen, wanText } from '../values/money.ts';
import { type OldState, stateByPlan } from './old-state.ts';

export interface RollChoices {
  /** Period and scheme of the new plan. */
  next: Pick<PlanInfo, 'firstYear' | 'lastYear' | 'scheme'>;
  /** The day up to which facts count, 'YYYY-MM-DD', before the new plan's first. */
  asOf: string;
  take: readonly OldState[];
  /** Ticked projects of the old plan, instead of `take`. */
  ids?: ReadonlySet<string> | undefined;
  /** Name of the old workbook, for 来源. */
  workbook: string;
  /** What was paid for a project up to the day; null where nothing is known and the plan's years stand for it. */
  paid?: (project: Project) => Fen | null;
}

/** A line of the 结转清单. */
export interface RollLine {
  /** Id in the old plan. */
  originId: string;
  code: string | null;
  name: string;
  oldClass: string;
  newClass: string;
  state: OldState;
  nature: string;
  total: Fen | null;
  before: Fen | null;
  /** Σ of the new plan's years. */
  inPlan: Fen;
  note: string;
  isTaken: boolean;
}

export interface RollOver {
  /** In list order, each with the id and position of the old plan; whoever writes them gives new ones. */
  projects: Project[];
  /** All projects of the old plan in list order. */
  lines: RollLine[];
}

export function rollOver(old: PlanData, choices: RollChoices): RollOver {
  const resolve = makeCategoryResolver(old.reference, choices.next.scheme);
  const sameName = makeNameResolver(old.reference, choices.next.scheme);
  const className = (id: string | null): string => categoryPath(old.reference, id).join('›') || UNCATEGORISED;
  const found: RollOver = { projects: [], lines: [] };
  for (const project of old.projects) {
    const state = stateByPlan(project, choices.asOf);
    const isTaken = choices.ids ? choices.ids.has(project.id) : choices.take.includes(state);
    const mapped = resolve(project.categoryId)?.id ?? null;
    const categoryId = mapped ?? sameName(project.categoryId);
    const nature = state === '储备' ? '新建' : '续建';
    const rolled = rollAmounts(project, choices);
    const notes = [
      ...rolled.notes,
      ...(project.categoryId === null ? ['原来没有规划类别'] : []),
      ...(project.categoryId !== null && categoryId === null
        ? [`原类别“${className(project.categoryId)}”在新类别体系中没有对应，列入${UNCATEGORISED}`]
        : []),
      ...(mapped === null && categoryId !== null ? ['按同名类别对应，请核对'] : []),
      ...(state === '竣工' && isTaken ? ['按建设年限已经竣工，由人工选入'] : []),
    ];
    found.lines.push({
      originId: project.id,
      code: project.code,
      name: project.name,
      oldClass: className(project.categoryId),
      newClass: className(categoryId),
      state,
      nature,
      total: project.amounts.total,
      before: rolled.amounts.byYear[BEFORE] ?? null,
      inPlan: rolled.inPlan,
      note: notes.join('；'),
      isTaken,
    });
    if (!isTaken) continue;
    found.projects.push({
      ...project,
      categoryId,
      nature,
      originId: project.id,
      originWorkbook: choices.workbook,
      amounts: rolled.amounts,
    });
  }
  return found;
}

/**
 * Makes the resolver of a class that is mapped to nothing: the class of the new scheme with the same name and headings, else
 * the only one with its name; null for none and for several.
 */
function makeNameResolver(reference: PlanData['reference'], scheme: string): (id: string | null) => string | null {
  const plain = (name: string): string => name.replace(/\s/g, '');
  const pathOf = (id: string): string => categoryPath(reference, id).map(plain).join('›');
  const own = reference.categories.filter((one) => one.scheme === scheme);
  const known = new Map<string, string | null>();
  const find = (id: string): string | null => {
    const category = reference.categories.find((one) => one.id === id);
    if (!category) return null;
    const named = own.filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => plain(one) === plain(category.name)),
    );
    const exact = named.filter((one) => pathOf(one.id) === pathOf(id));
    const [only, ...more] = exact.length > 0 ? exact : named;
    return only && more.length === 0 ? only.id : null;
  };
  return (id) => {
    if (id === null) return null;
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id) ?? null;
  };
}

interface RolledAmounts {
  amounts: Amounts;
  inPlan: Fen;
  notes: string[];
}

/**
 * The figures in the new plan: 总投资 and sources as they are, 期前 what was paid or planned before its first year, its own
 * years kept. What then does not add up to 总投资 is said, never filled in.
 */
function rollAmounts(project: Project, { next, asOf, paid }: RollChoices): RolledAmounts {
  const { firstYear, lastYear } = next;
  const amounts = withMargins(project.amounts);
  const isBefore = (year: string): boolean => year !== LATER && yearNumber(year) < firstYear;
  const isIn = (year: string): boolean => !isOutsideYear(year) && !isBefore(year) && Number(year) <= lastYear;
  const sum = (pick: (year: string) => boolean): Fen =>
    toFen(inTime(amounts.byYear).reduce((all, [year, fen]) => (pick(year) ? all + fen : all), 0));
  const planned = sum(isBefore);
  const inPlan = sum(isIn);
  const beyond = sum((year) => !isOutsideYear(year) && Number(year) > lastYear);
  const payments = paid?.(project) ?? null;
  const hasYears = Object.keys(amounts.byYear).length > 0;
  const before = payments ?? (planned !== 0 ? planned : null);
  const byYear: Record<string, Fen> = {
    ...(before === null ? {} : { [BEFORE]: before }),
    ...Object.fromEntries(Object.entries(amounts.byYear).filter(([year]) => isIn(year))),
    ...(beyond === 0 ? {} : { [LATER]: beyond }),
  };
  const cells: Record<string, Fen> = {};
  for (const [key, fen] of Object.entries(amounts.cells)) {
    const { year, source } = splitCellKey(key);
    // Payments say how much, not from which source.
    if (isBefore(year) && payments !== null) continue;
    const at = isBefore(year) ? BEFORE : isIn(year) ? year : Number(year) > lastYear ? LATER : null;
    if (at !== null) cells[cellKey(at, source)] = toFen((cells[cellKey(at, source)] ?? 0) + fen);
  }
  const notes: string[] = [];
  const total = amounts.total;
  const words = (fen: number): string => wanText(toFen(fen));
  const later = outsideFen(project, LATER);
  const difference = total === null ? 0 : total - (before ?? 0) - inPlan - beyond;
  if (total === null) notes.push('没有填总投资');
  else if (!hasYears) notes.push(`没有分年度投资，期前完成和规划期各年请补填（总投资 ${words(total)}）`);
  else if (difference !== 0) {
    const sums = `期前完成 ${words(before ?? 0)}＋规划期 ${words(inPlan)} ≠ 总投资 ${words(total)}，差 ${words(Math.abs(difference))}`;
    const missing = payments === null ? 0 : planned - payments;
    notes.push(
      missing > 0
        ? `${sums}：${firstYear - 1} 年底前计划 ${words(planned)}、已付 ${words(payments ?? 0)}，未付 ${words(missing)} 请列入 ${firstYear} 年或后续`
        : later !== 0
          ? `${sums}：原规划的期后投资 ${words(later)} 没有分到年度，请列入 ${firstYear} 年或后续`
          : `${sums}，请核对`,
    );
  }
  const early = sum((year) => isBefore(year) && !isOutsideYear(year) && Number(year) > Number(asOf.slice(0, 4)));
  if (early !== 0 && payments === null)
    notes.push(`截至日之后、${firstYear} 年以前计划的 ${words(early)} 也计入期前完成，请核对`);
  const start = startYear(project);
  if (before === null && hasYears && start !== null && start < firstYear)
    notes.push('已开工，但规划期前没有投资，请核对');
  return { amounts: { total, bySource: project.amounts.bySource, byYear, cells }, inPlan, notes };
}
