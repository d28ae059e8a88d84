// The kinds of 自动修正: repairs that follow from the project's own figures or change no meaning. Whatever could be meant
// in two ways is left to people. A new kind of repair is one entry in FIXES.

import { type Amounts, endYear, type Project, splitCellKey, startYear } from '#shared/domain/project.ts';
import { planYears, topSourceOf } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, type Fen, wanText, ZERO } from '#shared/values/money.ts';
import { tidyText } from './tidy-text.ts';
import { totalByPrice } from './unit-price-rule.ts';
import { AGENCY_FIELDS, succeededCell } from './validity-rule.ts';

export type FixKind = 'fill-total' | 'fill-margin' | 'fill-year' | 'tidy-text' | 'unit-successor' | 'unit-price';

/** What a repair may look at besides the project. */
type Context = Pick<PlanData, 'plan' | 'reference'>;

/** A repair of one cell of a project. */
export interface Draft {
  columnKey: string;
  /** Texts of the cell; '' for a blank one. */
  before: string;
  after: string;
  apply: (project: Project) => Project;
}

interface FixSpec {
  kind: FixKind;
  title: string;
  /** Why it is certain, for the dialog. */
  reason: string;
  find: (project: Project, context: Context) => Draft[];
}

function sum(fens: readonly Fen[]): Fen {
  return addFen(...fens);
}

function withAmounts(change: (amounts: Amounts) => Amounts): (project: Project) => Project {
  return (project) => ({ ...project, amounts: change(project.amounts) });
}

/** 总投资 is blank, and all that stands for it — sources, years, matrix — gives the same sum. */
function fillTotal({ amounts }: Project): Draft[] {
  if (amounts.total !== null) return [];
  const groups = [amounts.bySource, amounts.byYear, amounts.cells].map((group) => Object.values(group));
  const sums = groups.filter((fens) => fens.length > 0).map(sum);
  const [first] = sums;
  // One list of margins alone may be half filled in; a matrix alone is the whole.
  const isBacked = sums.length > 1 || Object.keys(amounts.cells).length > 0;
  if (first === undefined || first <= 0 || !isBacked || sums.some((other) => other !== first)) return [];
  const apply = withAmounts((before) => ({ ...before, total: first }));
  return [{ columnKey: 'total', before: '', after: wanText(first), apply }];
}

/** Margins of one direction that the matrix determines: blank or 0 although its cells add up to something. */
function blankMargins(
  margins: Readonly<Record<string, Fen>>,
  cells: readonly (readonly [key: string, fen: Fen])[],
  total: Fen | null,
): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const [key, fen] of cells) sums.set(key, addFen(sums.get(key) ?? ZERO, fen));
  const missing = new Map([...sums].filter(([key, fen]) => fen !== 0 && (margins[key] ?? ZERO) === 0));
  const kept = sum(Object.entries(margins).flatMap(([key, fen]) => (missing.has(key) ? [] : [fen])));
  const filled = addFen(kept, ...missing.values());
  // Only where the row then adds up: otherwise one of the figures is wrong, and nobody knows which.
  return total !== null && filled === total ? missing : new Map();
}

/** A source or year is blank or 0, and the year × source matrix says what it is. */
function fillMargins({ amounts }: Project, { reference }: Context): Draft[] {
  const cells = Object.entries(amounts.cells).map(([key, fen]) => ({ ...splitCellKey(key), fen }));
  if (cells.length === 0) return [];
  const topId = (source: string): string => topSourceOf(reference, source)?.id ?? source;
  const draft = (group: 'bySource' | 'byYear', key: string, fen: Fen): Draft => ({
    columnKey: `${group === 'bySource' ? 'source' : 'year'}:${key}`,
    before: amounts[group][key] === undefined ? '' : wanText(amounts[group][key]),
    after: wanText(fen),
    apply: withAmounts((before) => ({ ...before, [group]: { ...before[group], [key]: fen } })),
  });
  // Sources in finer parts (中央衔接资金) have their own margins; which of them is meant is not certain.
  const isFine = [...Object.keys(amounts.bySource), ...cells.map(({ source }) => source)].some(
    (source) => topId(source) !== source,
  );
  const sources = isFine
    ? new Map<string, Fen>()
    : blankMargins(
        amounts.bySource,
        cells.map(({ source, fen }) => [source, fen]),
        amounts.total,
      );
  const years = blankMargins(
    amounts.byYear,
    cells.map(({ year, fen }) => [year, fen]),
    amounts.total,
  );
  return [
    ...[...sources].map(([source, fen]) => draft('bySource', source, fen)),
    ...[...years].map(([year, fen]) => draft('byYear', year, fen)),
  ];
}

/** The project is built within one year, and no year has an amount yet: all of 总投资 falls into it. */
function fillYear(project: Project, { plan }: Context): Draft[] {
  const { total, byYear, cells } = project.amounts;
  const year = startYear(project);
  if (total === null || total <= 0 || year === null || year !== endYear(project)) return [];
  if (Object.keys(byYear).length + Object.keys(cells).length > 0 || !planYears(plan).includes(year)) return [];
  const apply = withAmounts((before) => ({ ...before, byYear: { [year]: total } }));
  return [{ columnKey: `year:${year}`, before: '', after: wanText(total), apply }];
}

/** Fields of one line, in which a stray space is only ever a slip. */
const NAMES = ['code', 'name', 'town', 'village', 'unit', 'department', 'implementer', 'person', 'phone'] as const;

function tidyNames(project: Project): Draft[] {
  return NAMES.flatMap((field): Draft[] => {
    const before = project[field];
    const after = before === null ? null : tidyText(before);
    if (before === null || after === null || after === before || after === '') return [];
    return [{ columnKey: field, before, after, apply: (current) => ({ ...current, [field]: after }) }];
  });
}

function succeedAgencies(project: Project, context: Context): Draft[] {
  return AGENCY_FIELDS.flatMap(([field]): Draft[] => {
    const before = project[field];
    const after = before === null ? null : succeededCell(before, project, context);
    if (before === null || after === null) return [];
    return [{ columnKey: field, before, after, apply: (current) => ({ ...current, [field]: after }) }];
  });
}

/** The unit price times the quantity and the sources agree; the total alone does not. */
function totalFromPrice(project: Project): Draft[] {
  const total = totalByPrice(project);
  // A blank total with its sources is `fill-total`.
  if (total === null || project.amounts.total === null) return [];
  const apply = withAmounts((before) => ({ ...before, total }));
  return [{ columnKey: 'total', before: wanText(project.amounts.total), after: wanText(total), apply }];
}

export const FIXES: readonly FixSpec[] = [
  {
    kind: 'fill-total',
    title: '补填总投资',
    reason: '总投资空着，资金来源合计与分年度合计相同（或已有年度资金明细），总投资就是这个数。',
    find: fillTotal,
  },
  {
    kind: 'fill-margin',
    title: '按明细补填合计栏',
    reason: '某个资金来源或年度空着或为 0，年度资金明细里有数，补上后与总投资相符。',
    find: fillMargins,
  },
  {
    kind: 'fill-year',
    title: '补填分年度投资',
    reason: '建设年限只有一年，分年度投资都空着，总投资全部列入这一年。',
    find: fillYear,
  },
  {
    kind: 'tidy-text',
    title: '清理多余空格和全角字符',
    reason: '名称、地点、单位里首尾空格、连续空格、看不见的字符和全角数字字母，清理后意思不变。',
    find: tidyNames,
  },
  {
    kind: 'unit-successor',
    title: '已撤并的单位改为职能划入的单位',
    reason: '规划设置的“单位”写明了它到哪一年、职能划入哪个单位，项目在那以后才开始。',
    find: succeedAgencies,
  },
  {
    kind: 'unit-price',
    title: '总投资改为单价乘以数量',
    reason: '补助标准写明的单价乘以数量，与资金来源合计相同，只有总投资不同。',
    find: totalFromPrice,
  },
];
