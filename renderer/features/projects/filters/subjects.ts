// What the 项目表 can be filtered by: every column, and 年度, 资金来源 and 审核结果, in which a project has several values.
import type { Finding, FindingLevel } from '#shared/checks/finding.ts';
import { categoryHeading, categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { type Column, columnsOf } from '#shared/domain/fields.ts';
import type { Project } from '#shared/domain/project.ts';
import { type PlanInfo, planYears, type ReferenceData, topSourceOf, topSources } from '#shared/domain/reference.ts';
import { makeContentReader } from '#shared/format/cell-content.ts';
import type { Fen } from '#shared/values/money.ts';
import { LEVEL_LABELS } from '../../../ui/theme.ts';

export interface Subject {
  key: string;
  label: string;
  kind: 'amount' | 'integer' | 'text' | 'list';
  /** The values that a project has, as keys; [''] where its cell is blank. */
  valuesOf(project: Project): readonly string[];
  /** 分 or a whole number; null where the cell is blank or holds text. */
  numberOf(project: Project): number | null;
  /** A value as people read it; amounts in the shown unit. */
  labelOf(value: string): string;
  /** A fixed order with headings (规划类别, 年度 …); undefined: sorted by number or by text. */
  items?: readonly { value: string; depth: number }[];
}

/** Keys of the subjects that are no column. */
export const YEAR_SUBJECT = '@year';
export const SOURCE_SUBJECT = '@source';
export const LEVEL_SUBJECT = '@level';

export const BLANK = '（空白）';
const BLANK_VALUES = [''];

export interface SubjectInput {
  plan: PlanInfo;
  reference: ReferenceData;
  /** Writes an amount in the shown unit. */
  amountText: (fen: Fen) => string;
}

/** The subjects of a plan by key, all but 审核结果. */
export function makeSubjects(input: SubjectInput): ReadonlyMap<string, Subject> {
  const read = makeContentReader(input.reference);
  const columns = columnsOf(input.plan, input.reference).map((column) =>
    column.kind === 'category' ? categorySubject(column, input) : columnSubject(column, read, input.amountText),
  );
  const all = [...columns, yearSubject(input), sourceSubject(input)];
  return new Map(all.map((subject) => [subject.key, subject]));
}

/** The subjects with 审核结果, which changes after each edit. */
export function withFindings(
  subjects: ReadonlyMap<string, Subject>,
  findings: ReadonlyMap<string, readonly Finding[]>,
): ReadonlyMap<string, Subject> {
  return new Map([...subjects, [LEVEL_SUBJECT, levelSubject(findings)]]);
}

function columnSubject(
  column: Column,
  read: ReturnType<typeof makeContentReader>,
  amountText: (fen: Fen) => string,
): Subject {
  const kind = column.kind === 'amount' || column.kind === 'integer' ? column.kind : 'text';
  const numberOf = (project: Project): number | null => {
    const content = read(project, column);
    if (content.kind === 'amount') return content.fen;
    return content.kind === 'integer' ? content.value : null;
  };
  return {
    key: column.key,
    label: column.group && kind === 'integer' ? `${column.group} ${column.label}` : column.label,
    kind,
    numberOf,
    valuesOf: (project) => {
      const content = read(project, column);
      if (content.kind === 'blank') return BLANK_VALUES;
      return [content.kind === 'text' ? content.text : String(numberOf(project))];
    },
    labelOf: (value) => (value === '' ? BLANK : kind === 'amount' ? amountText(Number(value) as Fen) : value),
  };
}

const list = (
  key: string,
  label: string,
  names: readonly { value: string; depth: number; name: string }[],
  valuesOf: Subject['valuesOf'],
): Subject => {
  const byValue = new Map(names.map(({ value, name }) => [value, name]));
  return {
    key,
    label,
    kind: 'list',
    valuesOf,
    numberOf: () => null,
    labelOf: (value) => byValue.get(value) ?? (value === '' ? BLANK : value),
    items: names,
  };
};

function categorySubject(column: Column, { plan, reference }: SubjectInput): Subject {
  const names = flattenCategories(categoryTree(reference, plan.scheme)).map(({ category, depth }) => ({
    value: category.id,
    depth,
    name: categoryHeading(category),
  }));
  const known = new Set(names.map(({ value }) => value));
  return list(column.key, column.label, names, ({ categoryId }) =>
    // A category of another scheme stands under 未分类, as in the table.
    categoryId !== null && known.has(categoryId) ? [categoryId] : BLANK_VALUES,
  );
}

function yearSubject({ plan }: SubjectInput): Subject {
  const years = planYears(plan);
  const names = years.map((year) => ({ value: String(year), depth: 0, name: `${year}年` }));
  return list(YEAR_SUBJECT, '年度', names, (project) =>
    orBlank(years.filter((year) => hasYear(project, year)).map(String)),
  );
}

function sourceSubject({ reference }: SubjectInput): Subject {
  const names = topSources(reference).map(({ id, name }) => ({ value: id, depth: 0, name }));
  return list(SOURCE_SUBJECT, '资金来源', names, ({ amounts }) => {
    const ids = Object.entries(amounts.bySource).flatMap(([id, fen]) =>
      fen === 0 ? [] : (topSourceOf(reference, id)?.id ?? []),
    );
    return orBlank([...new Set(ids)]);
  });
}

function levelSubject(findings: ReadonlyMap<string, readonly Finding[]>): Subject {
  const names = Object.entries(LEVEL_LABELS).map(([value, name]) => ({ value, depth: 0, name: `有${name}` }));
  const clean = { value: 'none', depth: 0, name: '没有问题' };
  const levels = new Map<string, FindingLevel[]>();
  for (const [id, found] of findings) levels.set(id, [...new Set(found.map(({ level }) => level))]);
  return list(LEVEL_SUBJECT, '审核结果', [...names, clean], ({ id }) => levels.get(id) ?? ['none']);
}

function orBlank(values: string[]): readonly string[] {
  return values.length > 0 ? values : BLANK_VALUES;
}

/** Money in the year, or the year within 建设年限. */
function hasYear(project: Project, year: number): boolean {
  const fen = project.amounts.byYear[year];
  if (fen !== undefined && fen !== 0) return true;
  if (project.startAt === null) return false;
  const first = Number(project.startAt.slice(0, 4));
  const last = Number((project.endAt ?? project.startAt).slice(0, 4));
  return first <= year && year <= last;
}
