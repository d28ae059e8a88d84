// The filters over the 项目表, with how many projects each value has.
import { Select, TreeSelect } from 'antd';
import { useMemo } from 'react';
import { type CategoryNode, categoryHeading, categoryTree } from '#shared/domain/categories.ts';
import { planYears, topSources } from '#shared/domain/reference.ts';
import { LEVEL_LABELS } from '../../ui/theme.ts';
import { BLANK, type ProjectFilter } from './filters.ts';
import type { GridData } from './grid-state.ts';
import { countedOptions } from './options.ts';

export function FilterBar(props: { data: GridData; filter: ProjectFilter; change: (filter: ProjectFilter) => void }) {
  const { data, filter, change } = props;
  const { projects, reference, plan } = data;
  const towns = useMemo(() => withBlank(projects.map((project) => project.town)), [projects]);
  const natures = useMemo(() => withBlank(projects.map((project) => project.nature)), [projects]);
  const tree = useMemo(() => treeData(categoryTree(reference, plan.scheme)), [reference, plan.scheme]);
  const set = <K extends keyof ProjectFilter>(key: K, value: ProjectFilter[K]): void =>
    change({ ...filter, [key]: value });
  const common = { mode: 'multiple', allowClear: true, maxTagCount: 'responsive', size: 'small' } as const;
  return (
    <div className="xj-filters" data-testid="filter-bar">
      <TreeSelect
        treeCheckable
        allowClear
        size="small"
        maxTagCount="responsive"
        showCheckedStrategy={TreeSelect.SHOW_PARENT}
        placeholder="规划类别"
        aria-label="按规划类别筛选"
        popupMatchSelectWidth={300}
        treeData={tree}
        treeNodeFilterProp="title"
        value={[...filter.categories]}
        onChange={(value: string[]) => set('categories', value)}
      />
      <Select
        {...common}
        placeholder="乡镇（街道）"
        aria-label="按乡镇筛选"
        data-testid="filter-town"
        options={towns}
        value={[...filter.towns]}
        onChange={(value) => set('towns', value)}
      />
      <Select
        {...common}
        placeholder="建设性质"
        aria-label="按建设性质筛选"
        options={natures}
        value={[...filter.natures]}
        onChange={(value) => set('natures', value)}
      />
      <Select
        {...common}
        placeholder="年度"
        aria-label="按年度筛选"
        options={planYears(plan).map((year) => ({ value: year, label: `${year}年` }))}
        value={[...filter.years]}
        onChange={(value) => set('years', value)}
      />
      <Select
        {...common}
        placeholder="资金来源"
        aria-label="按资金来源筛选"
        options={topSources(reference).map((source) => ({ value: source.id, label: source.name }))}
        value={[...filter.sources]}
        onChange={(value) => set('sources', value)}
      />
      <Select
        {...common}
        placeholder="审核结果"
        aria-label="按审核结果筛选"
        options={Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label: `有${label}` }))}
        value={[...filter.levels]}
        onChange={(value) => set('levels', value)}
      />
    </div>
  );
}

function withBlank(values: readonly (string | null)[]): { value: string; label: string }[] {
  const blanks = values.filter((value) => value === null).length;
  return [
    ...countedOptions(values).map((option) => ({ value: option.value, label: `${option.label}（${option.hint}）` })),
    ...(blanks > 0 ? [{ value: BLANK, label: `${BLANK}（${blanks}）` }] : []),
  ];
}

interface TreeItem {
  value: string;
  title: string;
  children: TreeItem[];
}

function treeData(nodes: readonly CategoryNode[]): TreeItem[] {
  return nodes.map((node) => ({
    value: node.category.id,
    title: categoryHeading(node.category),
    children: treeData(node.children),
  }));
}
