// The commands of the menu bar: their names, keys and groups. The native menu and the page's own keys read this list;
// a chosen item reaches the page as the event {type: 'menu', command: id}.

export type MenuGroup = '文件' | '编辑' | '转到' | '帮助';

export interface MenuCommand {
  id: string;
  label: string;
  group: MenuGroup;
  /** As Electron writes keys: CmdOrCtrl is Ctrl, on a Mac Command. */
  accelerator?: string;
  /** A line is drawn above the item. */
  startsBlock?: true;
}

/** In the order in which the menus show them. */
export const MENU_COMMANDS: readonly MenuCommand[] = [
  { id: 'file.new', label: '新建工作簿…', group: '文件', accelerator: 'CmdOrCtrl+N' },
  { id: 'file.open', label: '打开…', group: '文件', accelerator: 'CmdOrCtrl+O' },
  { id: 'file.sample', label: '打开示例…', group: '文件' },
  { id: 'file.close', label: '关闭工作簿', group: '文件' },
  { id: 'file.import', label: '导入电子表格…', group: '文件', accelerator: 'CmdOrCtrl+I', startsBlock: true },
  { id: 'file.export', label: '导出项目表…', group: '文件', accelerator: 'CmdOrCtrl+E' },
  { id: 'file.proof', label: '核对文稿…', group: '文件' },
  { id: 'file.print', label: '打印…', group: '文件', accelerator: 'CmdOrCtrl+P' },
  { id: 'file.exchange', label: '上报和装入…', group: '文件' },
  { id: 'file.saveAs', label: '另存为…', group: '文件', accelerator: 'CmdOrCtrl+Shift+S', startsBlock: true },
  { id: 'file.backup', label: '备份工作簿…', group: '文件' },
  { id: 'file.restore', label: '恢复…', group: '文件' },
  { id: 'file.password', label: '密码…', group: '文件' },
  { id: 'edit.undo', label: '撤销', group: '编辑', accelerator: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', label: '重做', group: '编辑', accelerator: 'CmdOrCtrl+Y' },
  { id: 'edit.find', label: '查找…', group: '编辑', accelerator: 'CmdOrCtrl+F', startsBlock: true },
  { id: 'edit.replace', label: '替换…', group: '编辑', accelerator: 'CmdOrCtrl+H' },
  { id: 'edit.add', label: '添加项目', group: '编辑', accelerator: 'CmdOrCtrl+Enter', startsBlock: true },
  { id: 'edit.remove', label: '删除项目', group: '编辑', accelerator: 'CmdOrCtrl+Delete' },
  { id: 'go.overview', label: '总览', group: '转到', accelerator: 'CmdOrCtrl+1' },
  { id: 'go.projects', label: '项目表', group: '转到', accelerator: 'CmdOrCtrl+2' },
  { id: 'go.tables', label: '汇总表', group: '转到', accelerator: 'CmdOrCtrl+3' },
  { id: 'go.text', label: '文稿', group: '转到', accelerator: 'CmdOrCtrl+8' },
  { id: 'go.checks', label: '勾稽审核', group: '转到', accelerator: 'CmdOrCtrl+4' },
  { id: 'go.import', label: '导入', group: '转到', accelerator: 'CmdOrCtrl+5' },
  { id: 'go.print', label: '打印', group: '转到', accelerator: 'CmdOrCtrl+6' },
  { id: 'go.funds', label: '资金和进度', group: '转到' },
  { id: 'go.notices', label: '公示台账', group: '转到' },
  { id: 'go.indicators', label: '指标评价', group: '转到' },
  { id: 'go.assets', label: '资产台账', group: '转到' },
  { id: 'go.exchange', label: '上报和装入', group: '转到' },
  { id: 'go.history', label: '版本与日志', group: '转到', accelerator: 'CmdOrCtrl+7' },
  { id: 'go.settings', label: '规划设置', group: '转到', accelerator: 'CmdOrCtrl+9' },
  { id: 'help.keys', label: '帮助和快捷键', group: '帮助', accelerator: 'F1' },
  { id: 'help.promise', label: '数据安全承诺', group: '帮助' },
  { id: 'help.about', label: '关于衔接规划工作台', group: '帮助' },
];

export const MENU_GROUPS: readonly MenuGroup[] = ['文件', '编辑', '转到', '帮助'];
