// Which projects are printed.
import { Select } from 'antd';
import { categoryHeading, categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { planYears, topSources } from '#shared/domain/reference.ts';
import type { ProjectFilter } from '#shared/format/job-parts.ts';
import { useProjects, useReference } from '../../api/queries.ts';
import { Field } from './fields.tsx';

interface FilterProps {
  filter: ProjectFilter;
  onChange: (filter: ProjectFilter) => void;
}

export function FilterSettings({ filter, onChange }: FilterProps) {
  const { data } = useReference();
  const projects = useProjects().data?.projects ?? [];
  if (!data) return null;
  const towns = [...new Set(projects.flatMap(({ town }) => town ?? []))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  const categories = flattenCategories(categoryTree(data.reference, data.plan.scheme));
  const many = <T extends string | number>(
    label: string,
    key: keyof ProjectFilter,
    value: readonly T[],
    options: { value: T; label: string }[],
  ) => (
    <Field label={label}>
      <Select
        mode="multiple"
        size="small"
        allowClear
        maxTagCount="responsive"
        placeholder="全部"
        aria-label={label}
        popupMatchSelectWidth={false}
        optionFilterProp="label"
        value={[...value]}
        options={options}
        onChange={(next) => onChange({ ...filter, [key]: next })}
        data-testid={`print-filter-${key}`}
      />
    </Field>
  );
  return (
    <>
      {many(
        '乡镇',
        'towns',
        filter.towns,
        towns.map((town) => ({ value: town, label: town })),
      )}
      {many(
        '类别',
        'categories',
        filter.categories,
        categories.map(({ category, depth }) => ({
          value: category.id,
          label: '　'.repeat(depth) + categoryHeading(category),
        })),
      )}
      {many(
        '年度',
        'years',
        filter.years,
        planYears(data.plan).map((year) => ({ value: year, label: `${year}年` })),
      )}
      {many(
        '资金来源',
        'sources',
        filter.sources,
        topSources(data.reference).map(({ id, name }) => ({ value: id, label: name })),
      )}
    </>
  );
}
