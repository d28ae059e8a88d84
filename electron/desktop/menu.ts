// The native menu, in Chinese. Its commands come from the shared list; choosing one tells the page.
import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { MenuGroup } from '#shared/contract/menu.ts';
import { MENU_COMMANDS, MENU_GROUPS } from '#shared/contract/menu.ts';

const LINE: MenuItemConstructorOptions = { type: 'separator' };

/** Commands that the system carries out itself, below our own of the same group. */
const ROLES: Readonly<Record<MenuGroup, readonly MenuItemConstructorOptions[]>> = {
  文件: [LINE, { role: 'quit', label: '退出' }],
  编辑: [
    LINE,
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'selectAll', label: '全选' },
  ],
  转到: [
    LINE,
    { role: 'zoomIn', label: '放大' },
    { role: 'zoomOut', label: '缩小' },
    { role: 'resetZoom', label: '实际大小' },
    { role: 'togglefullscreen', label: '全屏' },
  ],
  帮助: [],
};

/** The template of the menu bar. `choose` gets the id of the chosen command. */
export function menuTemplate(choose: (command: string) => void, isDevelopment: boolean): MenuItemConstructorOptions[] {
  return MENU_GROUPS.map((group) => {
    const own = MENU_COMMANDS.filter((command) => command.group === group).flatMap((command) => {
      const item: MenuItemConstructorOptions = {
        id: command.id,
        label: command.label,
        click: () => choose(command.id),
        // The key is only shown: the page handles it, so that Ctrl+Z in a text box undoes typing there.
        registerAccelerator: false,
        ...(command.accelerator === undefined ? {} : { accelerator: command.accelerator }),
      };
      return command.startsBlock ? [LINE, item] : [item];
    });
    const tools: MenuItemConstructorOptions[] =
      group === '帮助' && isDevelopment ? [LINE, { role: 'toggleDevTools', label: '开发者工具' }] : [];
    return { label: group, submenu: [...own, ...ROLES[group], ...tools] };
  });
}

export function installMenu(choose: (command: string) => void, isDevelopment: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(choose, isDevelopment)));
}
