// Which projects a table is made of. An empty choice means all.
import { Form, Input, Select, TreeSelect } from 'antd';
import { useMemo, useState } from 'react';
import { type CategoryNode, categoryHeading, categoryTree } from '#shared/domain/categories.ts';
import { NATURES } from '#shared/domain/fields.ts';
import { officesBeneath, planYears, topSources } from '#shared/domain/reference.ts';
import type { TableFilter } from '#shared/records/table-design.ts';
import { parseWan, toFen, wanText } from '#shared/values/money.ts';
import { useProjects, useReference } from '../../../api/queries.ts';

type ListKey = 'categories' | 'counties' | 'towns' | 'natures' | 'units' | 'years' | 'sources';

const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

function treeOf(
  nodes: readonly CategoryNode[],
): { value: string; title: string; children: ReturnType<typeof treeOf> }[] {
  return nodes.map(({ category, children }) => ({
    value: category.id,
    title: categoryHeading(category),
    children: treeOf(children),
  }));
}

function named(values: readonly (string | null)[]): string[] {
  return [...new Set(values.flatMap((value) => value?.trim() || []))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
}

export function FilterForm({ filter, onChange }: { filter: TableFilter; onChange: (filter: TableFilter) => void }) {
  const about = useReference().data;
  const projects = useProjects().data?.projects;
  const towns = useMemo(() => named((projects ?? []).map(({ town }) => town)), [projects]);
  const units = useMemo(() => named((projects ?? []).map(({ unit }) => unit)), [projects]);
  if (!about) return null;
  const { plan, reference } = about;
  const set = (key: ListKey, values: string[]): void => {
    const { [key]: _, ...rest } = filter;
    onChange(values.length > 0 ? { ...rest, [key]: values } : rest);
  };
  const list = (key: ListKey, label: string, options: { value: string; label: string }[]) => (
    <Form.Item label={label}>
      <Select
        mode="multiple"
        allowClear
        placeholder="全部"
        optionFilterProp="label"
        maxTagCount="responsive"
        options={options}
        value={filter[key] ?? []}
        onChange={(values: string[]) => set(key, values)}
        data-testid={`filter-${key}`}
      />
    </Form.Item>
  );
  const counties = officesBeneath({ plan, reference });
  return (
    <fieldset className="xj-design-filter">
      <legend>只统计</legend>
      <Form.Item label="规划类别">
        <TreeSelect
          treeCheckable
          allowClear
          placeholder="全部"
          showCheckedStrategy={TreeSelect.SHOW_PARENT}
          treeNodeFilterProp="title"
          maxTagCount="responsive"
          treeData={treeOf(categoryTree(reference, plan.scheme))}
          value={filter.categories ?? []}
          onChange={(values: string[]) => set('categories', values)}
        />
      </Form.Item>
      {counties.length === 0
        ? null
        : list(
            'counties',
            '县（市、区）',
            counties.map(({ code, name }) => ({ value: code, label: name })),
          )}
      <div className="xj-design-pair">
        {list('towns', '乡镇（街道）', plain(towns))}
        {list('units', '责任单位', plain(units))}
      </div>
      <div className="xj-design-pair">
        {list(
          'years',
          '年度',
          planYears(plan).map((year) => ({ value: String(year), label: `${year}年` })),
        )}
        {list(
          'sources',
          '资金来源',
          topSources(reference).map(({ id, name }) => ({ value: id, label: name })),
        )}
      </div>
      {filter.years || filter.sources ? (
        <p className="xj-faint">选了年度或来源时，投资只计那些年度、来源的部分，项目按开工年份、有无该来源计数。</p>
      ) : null}
      <div className="xj-design-pair">
        {list('natures', '建设性质', plain(NATURES))}
        <Form.Item label="含有文字">
          <Input
            allowClear
            placeholder="名称、内容、地点、单位、备注"
            value={filter.text ?? ''}
            onChange={({ target }) => {
              const { text: _, ...rest } = filter;
              onChange(target.value === '' ? rest : { ...rest, text: target.value });
            }}
          />
        </Form.Item>
      </div>
      <div className="xj-design-pair">
        <AmountInput
          label="总投资不少于（万元）"
          value={filter.minTotal}
          onChange={(minTotal) => {
            const { minTotal: _, ...rest } = filter;
            onChange(minTotal === undefined ? rest : { ...rest, minTotal });
          }}
        />
        <AmountInput
          label="总投资不多于（万元）"
          value={filter.maxTotal}
          onChange={(maxTotal) => {
            const { maxTotal: _, ...rest } = filter;
            onChange(maxTotal === undefined ? rest : { ...rest, maxTotal });
          }}
        />
      </div>
    </fieldset>
  );
}

/** An amount typed in 万元, kept in 分; what cannot be read is marked and not taken. */
function AmountInput(props: { label: string; value: number | undefined; onChange: (fen: number | undefined) => void }) {
  const [text, setText] = useState(props.value === undefined ? '' : wanText(toFen(props.value)));
  const isBad = text.trim() !== '' && parseWan(text) === undefined;
  return (
    <Form.Item
      label={props.label}
      {...(isBad ? { validateStatus: 'error' as const, help: '请填数字，如 100 或 12.5' } : {})}
    >
      <Input
        value={text}
        placeholder="不限"
        onChange={({ target }) => {
          setText(target.value);
          const fen = parseWan(target.value);
          if (fen !== undefined || target.value.trim() === '') props.onChange(fen);
        }}
      />
    </Form.Item>
  );
}
