// 帮助: one page a job, each step naming the buttons of the window that do it. A step leads to the real screen instead of
// a picture of it: the program shows the button where it stands in the planner's own workbook. A test fails where a
// named button is no longer there.

/** A button or field of the window by the words on it. */
export interface HelpControl {
  /** The words on it, without … */
  label: string;
  /** The page on which it stands; see renderer/state/page.ts. */
  page: 'overview' | 'projects' | 'tables' | 'text' | 'checks' | 'import' | 'print' | 'funds' | 'exchange' | 'history';
  /** Its test id. */
  id: string;
  /** When it can be seen, where that is not always. */
  when?: string;
}

export interface HelpStep {
  text: string;
  controls: readonly HelpControl[];
}

export interface HelpJob {
  id: string;
  title: string;
  /** What it is for and what one needs. */
  lead: string;
  steps: readonly HelpStep[];
}

export const HELP_JOBS: readonly HelpJob[] = [
  {
    id: 'import',
    title: '导入一张表',
    lead: '把乡镇、部门报来的项目表读进工作簿。原来的表不会被改动，导入是一步，随时可以撤销。',
    steps: [
      {
        text: '到“导入”页选择文件，可以一次选几个，也可以把文件拖到窗口里。',
        controls: [{ label: '选择文件', page: 'import', id: 'import-choose' }],
      },
      {
        text: '看“列对应”：每一列认成了什么。拿不准的列、单位、类别和县名会问，先回答。',
        controls: [{ label: '列对应', page: 'import', id: 'import-columns', when: '选了文件以后' }],
      },
      {
        text: '看预览：哪些是新增、哪些有变化、哪些可能重复，逐行可以取消勾选。没有问题再导入。',
        controls: [{ label: '导入', page: 'import', id: 'import-commit', when: '选了文件以后' }],
      },
      {
        text: '导入以后，页上写明进了几个项目、表里现在有几个、留下了什么没有导入。不对就撤销导入。',
        controls: [{ label: '撤销', page: 'import', id: 'import-undo', when: '导入以后' }],
      },
    ],
  },
  {
    id: 'month',
    title: '月度进度',
    lead: '每月把各单位报的支付和形象进度读进来，看截至哪一天下达、支付和完成了多少。计划表的数不会被改动。',
    steps: [
      {
        text: '第一次从总览右上角进入“资金和进度”，有了内容以后它就在左栏。',
        controls: [{ label: '资金和进度', page: 'overview', id: 'open-funds', when: '还没有录入过资金' }],
      },
      {
        text: '先在“资金批次”录入或导入指标文和分配表。',
        controls: [{ label: '资金批次', page: 'funds', id: 'funds-batches' }],
      },
      {
        text: '每月导入一次月报。写的是累计数，只记比上次多的；同一张表再读一次不会多记。',
        controls: [{ label: '导入月报', page: 'funds', id: 'month-import' }],
      },
      {
        text: '选截至的日期，看各项目、乡镇、单位的支付率。',
        controls: [{ label: '截至', page: 'funds', id: 'funds-as-of' }],
      },
      {
        text: '要交的报表在打印页的“各类报表”里，可以打印、存为 PDF 或导出 Excel。',
        controls: [{ label: '各类报表', page: 'print', id: 'print-what' }],
      },
    ],
  },
  {
    id: 'finish',
    title: '审核到定稿',
    lead: '改掉强制性差错，逐条看提示，直到定稿前检查写“可以上报”，再把这一稿存成版本。',
    steps: [
      {
        text: '看上面一行“定稿前检查”：还有几处强制性差错，缺什么。',
        controls: [{ label: '定稿前检查', page: 'checks', id: 'verdict' }],
      },
      {
        text: '从第一条看起：点一条，右边写明在哪里、两边的数和差额，可以到项目表里改。能自动改正的，一次改完。',
        controls: [{ label: '自动修正', page: 'checks', id: 'open-fixes', when: '有能自动改正的' }],
      },
      {
        text: '提示确实如此的，写属实说明，不再算作问题。不明白为什么审核这一条，看规则说明。',
        controls: [{ label: '规则说明', page: 'checks', id: 'rule-help' }],
      },
      {
        text: '要给别人看的，打印或导出差错清单。',
        controls: [
          { label: '打印差错清单', page: 'checks', id: 'print-findings' },
          { label: '导出差错清单', page: 'checks', id: 'export-findings' },
        ],
      },
      {
        text: '定稿后到“版本与日志”把这一稿存成版本，以后随时与它对照。',
        controls: [{ label: '版本与日志', page: 'history', id: 'history-part' }],
      },
    ],
  },
  {
    id: 'print',
    title: '打印一套附表',
    lead: '封面、目录、全部汇总表和图、项目表，一次印出，页码连排。',
    steps: [
      {
        text: '到“打印”页选“一套附表”。右边就是印出来的样子，一页一页可以看。',
        controls: [{ label: '一套附表', page: 'print', id: 'print-what' }],
      },
      {
        text: '在“封面和目录”里改标题、单位和日期；在“印哪些表”里去掉不要的表，选每张表的纸。项目表的纸张、栏目和签字照“项目表”里选的印。',
        controls: [{ label: '一套附表', page: 'print', id: 'print-what' }],
      },
      {
        text: '黄条写明哪些表还没有数据、哪一栏放不下和怎么办。没有问题就打印，或存为 PDF。',
        controls: [
          { label: '打印', page: 'print', id: 'print-paper-out' },
          { label: '存为 PDF', page: 'print', id: 'print-pdf' },
        ],
      },
      {
        text: '要电子表格的，导出 .xlsx：一表一页，目录能点到各表。',
        controls: [{ label: '导出', page: 'print', id: 'export-sheet' }],
      },
    ],
  },
  {
    id: 'report',
    title: '上报',
    lead: '把本单位的项目打成一个包交给上级，旁边另写一份附表；上级装入后给回执。',
    steps: [
      {
        text: '第一次从总览右上角进入“上报和装入”，先选定本单位。',
        controls: [
          { label: '上报和装入', page: 'overview', id: 'open-exchange', when: '还没有收发过' },
          { label: '选定本单位', page: 'exchange', id: 'choose-office' },
        ],
      },
      {
        text: '上报：选报送的种类和收件单位，可设密码和签名。有强制性差错的不能上报，会说明是哪几处。',
        controls: [{ label: '上报', page: 'exchange', id: 'package-send' }],
      },
      {
        text: '收到下级的包、表格或回执，点“装入”，先看新增、改动、撤回和冲突，再决定。',
        controls: [{ label: '装入', page: 'exchange', id: 'package-receive' }],
      },
    ],
  },
  {
    id: 'proof',
    title: '文稿核对',
    lead: '别人写的规划文稿，里面的数自己对不对得上、与工作簿对不对得上，逐处标出来。',
    steps: [
      {
        text: '到“文稿 › 核对外来文稿”选择文件，Word、WPS、PDF、网页和表格都可以；没有工作簿时在开始页也能核对。',
        controls: [
          { label: '核对外来文稿', page: 'text', id: 'text-tab-review' },
          { label: '选择文件', page: 'text', id: 'proof-choose', when: '打开“核对外来文稿”以后' },
        ],
      },
      {
        text: '不符的标在原处，右边列出位置、两处的数、差额和可能原因；点一下或按 F8 走到那里。',
        controls: [{ label: '核对清单', page: 'text', id: 'proof-list', when: '读入文稿以后' }],
      },
    ],
  },
];

/** The jobs that hold all the searched words. */
export function searchJobs(typed: string): readonly HelpJob[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  return HELP_JOBS.filter(({ title, lead, steps }) => {
    const all = [title, lead, ...steps.flatMap(({ text, controls }) => [text, ...controls.map(({ label }) => label)])]
      .join(' ')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
