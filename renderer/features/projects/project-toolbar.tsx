// The row of buttons over the 项目表.
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  DownloadOutlined,
  FormOutlined,
  IdcardOutlined,
  PlusOutlined,
  SearchOutlined,
  SplitCellsOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { Button, Select, Space } from 'antd';
import { DISPLAY_UNITS, type DisplayUnit } from '#shared/values/money.ts';
import { useDisplayUnit } from '../../api/display-unit.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import type { Filters } from './filters/filter.ts';
import { FilterMenu } from './filters/filter-menu.tsx';
import type { GridData } from './grid-state.ts';
import { ColumnPicker } from './layout/column-picker.tsx';
import type { GridLook } from './layout/look.ts';
import { foldToLevel, levelOf, outlineLevels } from './layout/outline.ts';
import type { ChangeLook } from './layout/use-look.ts';
import { ViewPicker } from './layout/view-picker.tsx';

export interface ToolbarProps {
  data: GridData;
  look: GridLook;
  changeLook: ChangeLook;
  filters: Filters;
  openFilter: (key: string, at: DOMRect) => void;
}

export function ProjectToolbar({ data, look, changeLook, filters, openFilter }: ToolbarProps) {
  return (
    <div className="xj-toolbar" role="toolbar" aria-label="项目表工具">
      <Space size={2} wrap>
        <CommandButton id="edit.add" icon={<PlusOutlined />} label="添加" hint="在所选行下面添加项目" />
        <CommandButton id="edit.remove" icon={<DeleteOutlined />} label="删除" hint="删除所选项目" />
        <CommandButton id="grid.up" icon={<ArrowUpOutlined />} bare />
        <CommandButton id="grid.down" icon={<ArrowDownOutlined />} bare />
        <CommandButton
          id="grid.moveTo"
          icon={<SwapOutlined />}
          label="移到"
          hint="移到其他标题；选中标题行则移动它下面的全部项目"
        />
        <CommandButton id="grid.fillColumn" icon={<FormOutlined />} label="批量填写" hint="给所选项目填写同一列" />
        <CommandButton
          id="plan.breakDown"
          icon={<SplitCellsOutlined />}
          label="分解"
          hint="把没有分解的项目一次分解到年度和资金来源"
        />
        <CommandButton id="grid.card" icon={<IdcardOutlined />} label="卡片" hint="打开项目卡片" />
        <span className="xj-toolbar-line" />
        <FilterMenu data={data} filters={filters} open={openFilter} />
        <CommandButton id="edit.find" icon={<SearchOutlined />} />
        <span className="xj-toolbar-line" />
        <OutlineLevels data={data} look={look} changeLook={changeLook} />
        <ViewPicker data={data} look={look} changeLook={changeLook} />
        <ColumnPicker data={data} changeLook={changeLook} />
      </Space>
      <span className="xj-toolbar-right">
        <UnitPicker />
        <CommandButton id="file.export" icon={<DownloadOutlined />} label="导出" hint="导出项目表" />
      </span>
    </div>
  );
}

/** The level buttons of Excel's outline. */
function OutlineLevels({ data, look, changeLook }: Pick<ToolbarProps, 'data' | 'look' | 'changeLook'>) {
  const count = outlineLevels(data.tree);
  const shown = levelOf(data.tree, new Set(look.collapsed));
  const name = (level: number): string =>
    level === count ? '显示全部项目' : level === 1 ? '只看一级标题' : `看到 ${level} 级标题`;
  return (
    <fieldset className="xj-levels" aria-label="标题级别">
      {Array.from({ length: count }, (_, index) => index + 1).map((level) => (
        <Button
          key={level}
          size="small"
          type={level === shown ? 'primary' : 'default'}
          title={`${name(level)}（Alt+Shift+${level}）`}
          aria-label={`${level} 级：${name(level)}`}
          aria-pressed={level === shown}
          data-testid={`level-${level}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => changeLook({ collapsed: foldToLevel(data.tree, level) })}
        >
          {level}
        </Button>
      ))}
    </fieldset>
  );
}

/** Shows amounts in another unit; what is typed is read in it too. */
function UnitPicker() {
  const { unit, setUnit } = useDisplayUnit();
  return (
    <Select
      size="small"
      value={unit}
      aria-label="金额单位"
      title="表中金额的单位；输入、复制和粘贴的数也按这个单位"
      data-testid="pick-unit"
      variant="borderless"
      popupMatchSelectWidth={120}
      options={Object.keys(DISPLAY_UNITS).map((value) => ({ value, label: `单位：${value}` }))}
      onChange={(value: DisplayUnit) => setUnit(value)}
    />
  );
}
