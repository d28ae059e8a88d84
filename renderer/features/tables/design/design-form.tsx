// The choices of a table design: rows, columns, what is counted, order, totals, chart and note.
import { Checkbox, Form, Input, Segmented, Select } from 'antd';
import {
  DIMENSION_IDS,
  type DimensionId,
  MEASURE_IDS,
  type MeasureId,
  type TableDesign,
} from '#shared/records/table-design.ts';
import { DIMENSIONS } from '#shared/tables/dimensions.ts';
import { MEASURE_WORDS } from '#shared/tables/lay-out.ts';
import type { Chapter } from '#shared/tables/numbering.ts';
import { FilterForm } from './filter-form.tsx';

const MEASURES = MEASURE_IDS.map((id) => ({ value: id, label: MEASURE_WORDS[id].name }));
const CHAPTERS: { value: Chapter; label: string }[] = [
  { value: 'annex', label: '附表（附表1、附表2……）' },
  { value: 'plan', label: '全规划连续编号（表1、表2……）' },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((chapter) => ({ value: chapter, label: `第${chapter}章（表${chapter}-1……）` })),
];
const ORDERS = [
  { value: 'plan', label: '规划的次序' },
  { value: 'total', label: '投资从大到小' },
  { value: 'count', label: '个数从多到少' },
  { value: 'name', label: '按名称' },
] as const;
const EMPTY_ROWS = [
  { value: 'none', label: '没有项目的行不列' },
  { value: 'top', label: '列出没有项目的大项' },
  { value: 'all', label: '没有项目的行都列出' },
] as const;
const CHARTS = [
  { value: 'auto', label: '自动选择' },
  { value: 'bar', label: '柱形图' },
  { value: 'stacked-bar', label: '堆积柱形图' },
  { value: 'line', label: '折线图' },
  { value: 'pie', label: '饼图' },
  { value: 'none', label: '不要图' },
] as const;

function dimensionOptions(without: readonly (DimensionId | null | undefined)[]) {
  return DIMENSION_IDS.filter((id) => !without.includes(id)).map((id) => ({ value: id, label: DIMENSIONS[id].name }));
}

export function DesignForm({
  design,
  onChange,
}: {
  design: TableDesign;
  onChange: (change: Partial<TableDesign>) => void;
}) {
  const [outer = 'town', inner] = design.rows;
  const { columns } = design;
  return (
    <Form layout="vertical" size="small" className="xj-design-form">
      <Form.Item label="表名" required>
        <Input
          value={design.title}
          onChange={({ target }) => onChange({ title: target.value })}
          data-testid="design-title"
        />
      </Form.Item>
      <Form.Item label="编号">
        <Select options={CHAPTERS} value={design.chapter} onChange={(chapter) => onChange({ chapter })} />
      </Form.Item>
      <div className="xj-design-pair">
        <Form.Item label="行">
          <Select
            options={dimensionOptions([columns, inner])}
            value={outer}
            onChange={(id: DimensionId) => onChange({ rows: inner ? [id, inner] : [id] })}
            data-testid="design-rows"
          />
        </Form.Item>
        <Form.Item label="行下再分">
          <Select
            allowClear
            placeholder="不再分"
            options={dimensionOptions([outer, columns])}
            value={inner ?? null}
            onChange={(id: DimensionId | undefined | null) => onChange({ rows: id ? [outer, id] : [outer] })}
          />
        </Form.Item>
      </div>
      <Form.Item label="每行的数据">
        <Checkbox.Group
          options={MEASURES}
          value={design.measures}
          onChange={(list) => onChange({ measures: MEASURE_IDS.filter((id) => list.includes(id)) })}
        />
      </Form.Item>
      <Form.Item label="列（把每行再横向分开）">
        <Select
          allowClear
          placeholder="不分列"
          options={dimensionOptions(design.rows)}
          value={columns}
          onChange={(id: DimensionId | undefined | null) => onChange({ columns: id ?? null })}
          data-testid="design-columns"
        />
      </Form.Item>
      {columns === null ? null : (
        <>
          <Form.Item label="分列的数据">
            <Checkbox.Group
              options={MEASURES}
              value={design.spread}
              onChange={(list: MeasureId[]) => onChange({ spread: MEASURE_IDS.filter((id) => list.includes(id)) })}
            />
          </Form.Item>
          <Form.Item label="每行的合计列">
            <Segmented<TableDesign['totalRow']>
              options={[
                { value: 'first', label: '在前' },
                { value: 'last', label: '在后' },
                { value: 'none', label: '不要' },
              ]}
              value={design.totalColumns}
              onChange={(totalColumns) => onChange({ totalColumns })}
            />
          </Form.Item>
        </>
      )}
      <div className="xj-design-pair">
        <Form.Item label="合计行">
          <Segmented<TableDesign['totalRow']>
            options={[
              { value: 'first', label: '首行' },
              { value: 'last', label: '末行' },
              { value: 'none', label: '不要' },
            ]}
            value={design.totalRow}
            onChange={(totalRow) => onChange({ totalRow })}
          />
        </Form.Item>
        <Form.Item label="行的次序">
          <Select options={[...ORDERS]} value={design.order} onChange={(order) => onChange({ order })} />
        </Form.Item>
      </div>
      <div className="xj-design-pair">
        <Form.Item>
          <Checkbox checked={design.share} onChange={({ target }) => onChange({ share: target.checked })}>
            加一列占比（%）
          </Checkbox>
        </Form.Item>
        <Form.Item>
          <Select options={[...EMPTY_ROWS]} value={design.empty} onChange={(empty) => onChange({ empty })} />
        </Form.Item>
      </div>
      <FilterForm filter={design.filter} onChange={(filter) => onChange({ filter })} />
      <div className="xj-design-pair">
        <Form.Item label="图">
          <Select options={[...CHARTS]} value={design.chart} onChange={(chart) => onChange({ chart })} />
        </Form.Item>
        <Form.Item label="图名">
          <Input
            placeholder="同表名"
            disabled={design.chart === 'none'}
            value={design.chartTitle ?? ''}
            onChange={({ target }) => onChange({ chartTitle: target.value })}
          />
        </Form.Item>
      </div>
      <Form.Item label="注">
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 4 }}
          value={design.note}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      </Form.Item>
    </Form>
  );
}
