// The left rail: one entry per page.
import {
  BarChartOutlined,
  CheckSquareOutlined,
  FileTextOutlined,
  HistoryOutlined,
  HomeOutlined,
  ImportOutlined,
  PrinterOutlined,
  SettingOutlined,
  TableOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useChecks } from '../../api/queries.ts';
import { keyLabel } from '../../commands/command.ts';
import { commandOf } from '../../commands/list.ts';
import { type PageId, useSession } from '../../session.ts';

const ENTRIES: readonly { page: PageId; icon: ReactNode }[] = [
  { page: 'overview', icon: <HomeOutlined /> },
  { page: 'projects', icon: <TableOutlined /> },
  { page: 'tables', icon: <BarChartOutlined /> },
  { page: 'text', icon: <FileTextOutlined /> },
  { page: 'checks', icon: <CheckSquareOutlined /> },
  { page: 'import', icon: <ImportOutlined /> },
  { page: 'print', icon: <PrinterOutlined /> },
  { page: 'history', icon: <HistoryOutlined /> },
  { page: 'settings', icon: <SettingOutlined /> },
];

export function Rail({ page }: { page: PageId }) {
  const { nav } = useSession();
  const errors = useChecks().data?.verdict.open.error ?? 0;
  return (
    <nav className="xj-rail" aria-label="页面">
      {ENTRIES.map((entry) => {
        const command = commandOf(`go.${entry.page}`);
        const isHere = entry.page === page;
        return (
          <button
            key={entry.page}
            type="button"
            className={isHere ? 'is-here' : ''}
            aria-current={isHere ? 'page' : undefined}
            title={`${command.label}${command.key ? `（${keyLabel(command.key)}）` : ''}`}
            data-testid={`go-${entry.page}`}
            onClick={() => nav.set({ page: entry.page })}
          >
            {entry.icon}
            <span>{command.label}</span>
            {entry.page === 'checks' && errors > 0 && <em>{errors > 999 ? '999+' : errors}</em>}
          </button>
        );
      })}
    </nav>
  );
}
