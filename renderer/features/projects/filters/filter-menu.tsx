// The toolbar's 筛选: what to filter by, whether its column is shown or not.
import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button, Dropdown, type MenuProps } from 'antd';
import { useRef } from 'react';
import type { GridData } from '../grid-state.ts';
import type { Filters } from './filter.ts';
import { LEVEL_SUBJECT, SOURCE_SUBJECT, YEAR_SUBJECT } from './subjects.ts';

/** Offered first: what planners look for most. */
const FIRST = ['categoryId', 'town', 'nature', YEAR_SUBJECT, SOURCE_SUBJECT, LEVEL_SUBJECT];

export function FilterMenu(props: { data: GridData; filters: Filters; open: (key: string, at: DOMRect) => void }) {
  const { data, filters, open } = props;
  const button = useRef<HTMLSpanElement>(null);
  const item = (key: string) => ({
    key,
    label: `${data.subjects.get(key)?.label ?? key}${key in filters ? '（已筛选）' : ''}`,
    'data-testid': `filter-by-${key}`,
  });
  const others = [...data.subjects.keys()].filter((key) => !FIRST.includes(key));
  const items: MenuProps['items'] = [
    ...FIRST.map(item),
    { type: 'divider', key: 'line' },
    { key: 'others', label: '其他列', children: others.map(item) },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          const at = button.current?.getBoundingClientRect();
          // The menu gives the focus back first.
          if (at) setTimeout(() => open(key, at), 0);
        },
      }}
    >
      <Badge ref={button} count={Object.keys(filters).length} size="small" offset={[-4, 4]}>
        <Button size="small" type="text" icon={<FilterOutlined />} data-testid="toggle-filter" aria-haspopup="menu">
          筛选
        </Button>
      </Badge>
    </Dropdown>
  );
}
