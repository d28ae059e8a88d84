// Which columns and which projects are printed.
import { Button, Checkbox, Select } from 'antd';
import { categoryHeading, categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { annexColumns, type Column, columnsOf } from '#shared/domain/fields.ts';
import { planYears, topSources } from '#shared/domain/reference.ts';
import type { ProjectFilter } from '#shared/print/print-job.ts';
import { useProjects, useReference } from '../../api/queries.ts';
import { Field } from './fields.tsx';

interface ColumnProps {
  /** null: those of the annex. */
  chosen: readonly string[] | null;
  onChange: (keys: string[] | null) => void;
}

const labelOf = ({ group, label }: Column): string => (group && group !== label ? `${group}·${label}` : label);

export function ColumnSettings({ chosen, onChange }: ColumnProps) {
  const { data } = useReference();
  if (!data) return null;
  const all = columnsOf(data.plan, data.reference).filter((column) => column.key !== 'name');
  const usual = annexColumns(data.plan, data.reference).map((column) => column.key);
  const keys = new Set(chosen ?? usual);
  const toggle = (key: string, isOn: boolean): void => {
    onChange(all.map((column) => column.key).filter((own) => (own === key ? isOn : keys.has(own))));
  };
  return (
    <div className="xj-columns" data-testid="print-columns">
      {all.map((column) => (
        <Checkbox
          key={column.key}
          checked={keys.has(column.key)}
          onChange={(event) => toggle(column.key, event.target.checked)}
        >
          {labelOf(column)}
        </Checkbox>
      ))}
      <Button size="small" type="link" disabled={chosen === null} onClick={() => onChange(null)}>
        恢复附表栏目
      </Button>
    </div>
  );
}

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
