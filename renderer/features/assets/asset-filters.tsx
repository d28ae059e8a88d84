// What of the register is shown: words looked for, place, class, how far it has come, state.
import { Button, Input, Select } from 'antd';
import type { AssetRow } from '#shared/contract/methods/assets.ts';
import { ALL_ASSETS, type AssetFilter, assetChoices } from './asset-view.ts';

interface Props {
  rows: readonly AssetRow[];
  filter: AssetFilter;
  change: (filter: AssetFilter) => void;
}

export function AssetFilters({ rows, filter, change }: Props) {
  const choices = assetChoices(rows, filter.town);
  const isFiltered = Object.entries(filter).some(([key, value]) => value !== ALL_ASSETS[key as keyof AssetFilter]);
  const pick = (key: Exclude<keyof AssetFilter, 'search'>, label: string, options: readonly string[]) => (
    <Select<string>
      size="small"
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch
      popupMatchSelectWidth={false}
      value={filter[key]}
      options={options.map((value) => ({ value, label: value }))}
      onChange={(value?: string) =>
        change({ ...filter, [key]: value ?? null, ...(key === 'town' ? { village: null } : {}) })
      }
      data-testid={`assets-filter-${key}`}
    />
  );
  return (
    <div className="xj-funds-tools xj-asset-filters">
      <Input
        size="small"
        allowClear
        aria-label="查找资产"
        placeholder="查找：编号、名称、项目、坐落、权属、管护"
        value={filter.search}
        onChange={(event) => change({ ...filter, search: event.target.value })}
        data-testid="assets-search"
      />
      {pick('town', '乡镇', choices.towns)}
      {filter.town !== null && pick('village', '村', choices.villages)}
      {pick('class', '资产类别', choices.classes)}
      {pick('stage', '进展', choices.stages)}
      {pick('owner', '所有权人类型', choices.owners)}
      {pick('condition', '资产状态', choices.conditions)}
      {isFiltered && (
        <Button size="small" type="link" onClick={() => change(ALL_ASSETS)} data-testid="assets-all">
          全部显示
        </Button>
      )}
    </div>
  );
}
