// The rows and columns of our own figures that a typed figure can be about.

import { rowName } from '#shared/checks/typed-claims.ts';
import { categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { columnsOf } from '#shared/domain/fields.ts';
import { officesBeneath, type PlanInfo, planYears, type ReferenceData } from '#shared/domain/reference.ts';

interface Option {
  value: string;
  label: string;
}

export interface OptionGroup {
  label: string;
  options: Option[];
}

/** 合计, years, classes, towns or counties, each under its heading. `towns` are those of the projects. */
export function rowOptions(plan: PlanInfo, reference: ReferenceData, towns: readonly string[]): OptionGroup[] {
  const named = (key: string): Option => ({ value: key, label: rowName({ reference }, key) ?? key });
  const classes = flattenCategories(categoryTree(reference, plan.scheme)).map(({ category, depth }) => ({
    value: `category:${category.id}`,
    label: `${'　'.repeat(depth)}${rowName({ reference }, `category:${category.id}`) ?? category.name}`,
  }));
  const counties = officesBeneath({ plan, reference });
  return [
    { label: '合计', options: [named('total')] },
    { label: '年度', options: planYears(plan).map((year) => named(`year:${year}`)) },
    { label: '类别', options: classes },
    ...(counties.length > 0
      ? [{ label: '县（市、区）', options: counties.map(({ code }) => named(`region:${code}`)) }]
      : []),
    ...(towns.length > 0 ? [{ label: '乡镇', options: towns.map((town) => named(`town:${town}`)) }] : []),
  ];
}

/** 项目个数, 总投资, sources; years too, but not in the row of a year. */
export function columnOptions(plan: PlanInfo, reference: ReferenceData, row: string): Option[] {
  const columns = columnsOf(plan, reference).filter(
    ({ key, source, year }) =>
      key === 'total' || source !== undefined || (year !== undefined && !row.startsWith('year:')),
  );
  return [{ value: 'count', label: '项目个数' }, ...columns.map(({ key, label }) => ({ value: key, label }))];
}
