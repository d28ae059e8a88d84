// The row of buttons over the 项目表.
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  DownloadOutlined,
  FilterOutlined,
  IdcardOutlined,
  MinusSquareOutlined,
  PlusOutlined,
  PlusSquareOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import { Badge, Button, Checkbox, Popover, Space } from 'antd';
import { CommandButton } from '../../commands/command-button.tsx';
import { countFilters } from './filters.ts';
import { extraColumns } from './grid-columns.ts';
import type { GridData } from './grid-state.ts';
import type { GridSettings } from './use-grid-data.ts';

export interface ToolbarProps {
  data: GridData;
  settings: GridSettings;
  change: (part: Partial<GridSettings>) => void;
  isFilterOpen: boolean;
  setFilterOpen: (open: boolean) => void;
}

export function ProjectToolbar({ data, settings, change, isFilterOpen, setFilterOpen }: ToolbarProps) {
  const filters = countFilters(settings.filter);
  return (
    <div className="xj-toolbar" role="toolbar" aria-label="项目表工具">
      <Space size={2} wrap>
        <CommandButton id="edit.add" icon={<PlusOutlined />} hint="在所选行下面添加项目" />
        <CommandButton id="edit.remove" icon={<DeleteOutlined />} hint="删除所选项目" />
        <CommandButton id="grid.up" icon={<ArrowUpOutlined />} />
        <CommandButton id="grid.down" icon={<ArrowDownOutlined />} />
        <CommandButton id="grid.card" icon={<IdcardOutlined />} />
        <span className="xj-toolbar-line" />
        <Badge count={filters} size="small" offset={[-4, 4]}>
          <Button
            size="small"
            type={isFilterOpen ? 'primary' : 'text'}
            ghost={isFilterOpen}
            icon={<FilterOutlined />}
            data-testid="toggle-filter"
            onClick={() => setFilterOpen(!isFilterOpen)}
          >
            筛选
          </Button>
        </Badge>
        <CommandButton id="edit.find" icon={<SearchOutlined />} />
        <span className="xj-toolbar-line" />
        <CommandButton id="grid.collapse" icon={<MinusSquareOutlined />} label="全部折叠" />
        <CommandButton id="grid.expand" icon={<PlusSquareOutlined />} label="全部展开" />
        <Checkbox
          checked={settings.showEmpty}
          onChange={(event) => change({ showEmpty: event.target.checked })}
          data-testid="show-empty"
        >
          显示空类别
        </Checkbox>
        <ColumnPicker data={data} extra={settings.extra} change={change} />
      </Space>
      <span className="xj-toolbar-right">
        <span className="xj-unit">单位：万元</span>
        <CommandButton id="file.export" icon={<DownloadOutlined />} label="导出" hint="导出项目表" />
      </span>
    </div>
  );
}

function ColumnPicker({ data, extra, change }: Pick<ToolbarProps, 'data' | 'change'> & { extra: ReadonlySet<string> }) {
  const columns = extraColumns(data.plan, data.reference);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title="附表以外的列"
      content={
        <Checkbox.Group
          className="xj-column-list"
          value={[...extra]}
          options={columns.map((column) => ({ value: column.key, label: column.label }))}
          onChange={(keys) => change({ extra: new Set(keys.map(String)) })}
        />
      }
    >
      <Button size="small" type="text" data-testid="pick-columns">
        显示列
      </Button>
    </Popover>
  );
}
