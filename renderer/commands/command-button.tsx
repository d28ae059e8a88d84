// A toolbar button for a command: its name, key and state come from the list.
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { keyLabel } from './command.ts';
import { commandOf } from './registry.ts';
import { useCommandContext } from './use-commands.ts';

export function CommandButton(props: { id: string; icon?: ReactNode; label?: string; hint?: string; bare?: boolean }) {
  const context = useCommandContext();
  const command = commandOf(props.id);
  const label = props.label ?? command.label.replace('…', '');
  const key = command.key ? `（${keyLabel(command.key)}）` : '';
  return (
    <Tooltip title={`${props.hint ?? label}${key}`} mouseEnterDelay={0.5}>
      <Button
        size="small"
        type="text"
        icon={props.icon}
        aria-label={label}
        disabled={!command.when(context)}
        data-testid={`command-${props.id}`}
        // Keeps the cursor in the grid.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => command.run(context)}
      >
        {props.bare ? null : label}
      </Button>
    </Tooltip>
  );
}
