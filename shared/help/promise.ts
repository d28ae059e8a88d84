// 数据安全承诺: what the program promises of the data, each sentence with the tests that run it. The window shows the
// sentences, ARCHITECTURE.md the tests too, and a test holds that each of them is there.

export interface Promised {
  /** In the words of the people who use it. */
  text: string;
  /** 'file › name of the test'; each exists, and fails where the sentence is not true. */
  tests: readonly string[];
}

export interface PromiseGroup {
  title: string;
  sentences: readonly Promised[];
}

const DB = 'test/unit/electron/db';
const SERVICES = 'test/unit/electron/services';

export const PROMISES: readonly PromiseGroup[] = [
  {
    title: '不会丢',
    sentences: [
      {
        text: '显示“已保存”的每一步都已写进文件：程序在任何时候被强行结束，再打开时这一步还在。',
        tests: ['test/integration/soak.test.ts › loses nothing and overlooks nothing'],
      },
      {
        text: '磁盘写满时这一步不保存并说明原因，之前保存的都在，腾出空间后接着改。',
        tests: ['test/integration/soak.test.ts › loses nothing and overlooks nothing'],
      },
      {
        text: '没有写完的一步在下次打开时撤回并说明，不会只写进一半。',
        tests: [`${DB}/journal.test.ts › a writer takes the unfinished step back, says so, and finds the file sound`],
      },
      {
        text: '撤销、重做在关闭程序以后仍然有效。',
        tests: [
          `${SERVICES}/session.test.ts › writes one change set, tells the window, and takes it back after a restart`,
        ],
      },
      {
        text: '导出、打印、备份要么整个写成，要么原来的文件不动；写不下、没有权限时说明原因。',
        tests: [
          'test/unit/electron/excel/write/files-and-text.test.ts › replaces the content and leaves no other file',
          'test/unit/electron/excel/write/files-and-text.test.ts › leaves nothing behind when filling a book fails',
        ],
      },
      {
        text: '导出时一格放不下的文字说明是哪一格、少了多少字，不会悄悄截断。',
        tests: [
          'test/unit/electron/excel/write/cut-texts.test.ts › is told by the 项目表 with its cell and by how much',
        ],
      },
    ],
  },
  {
    title: '不会被悄悄改',
    sentences: [
      {
        text: '程序之外改过的数，“校验工作簿”说出是哪个项目、哪一栏、现在是多少、原来是多少。',
        tests: [
          `${DB}/kernel/chain.test.ts › tells project, column and both values of a figure that was changed past the log`,
          'test/integration/soak.test.ts › loses nothing and overlooks nothing',
        ],
      },
      {
        text: '改过、删过、添过的操作记录与校验码对不上，校验时指出是哪一步。',
        tests: [`${DB}/kernel/chain.test.ts › tells of %s that was changed`],
      },
      {
        text: '打印稿和导出文件页脚的校验码，能说明是工作簿哪一步以后的内容；别的文件、更早的备份没有这个校验码。',
        tests: [
          `${SERVICES}/state-code.test.ts › names step, time and what came after, of today’s state and of earlier ones`,
          `${SERVICES}/state-code.test.ts › does not know the code of another workbook, nor one that an earlier copy has not reached`,
        ],
      },
      {
        text: '归档操作记录以后，每个值和整条校验链照样能核对，档案文件改过的也指出；中途被强行结束，每个值都在。',
        tests: [
          `${SERVICES}/archive/archive.test.ts › leaves every fact, proves them, and makes the workbook smaller`,
          `${SERVICES}/archive/archive.test.ts › an archive file that was changed is told by verify, one that is elsewhere too`,
          'test/integration/soak.test.ts › loses nothing and overlooks nothing',
        ],
      },
      {
        text: '保存的印发稿不能删除，撤销也去不掉。',
        tests: [
          `${SERVICES}/versions/versions.test.ts › is there for good when it was printed: 撤销 takes back what was done before it`,
        ],
      },
      {
        text: '两个程序不会同时改一个工作簿；被别处接管的窗口不再写入。',
        tests: [
          `${DB}/lock.test.ts › find %s and one of them gets it`,
          `${DB}/lock.test.ts › is written no more by the first window, whose close leaves the new lock alone`,
        ],
      },
    ],
  },
  {
    title: '坏了能找回',
    sentences: [
      {
        text: '导入等大的操作之前、连续编辑时和关闭时自动备份，每份从磁盘读回核对过才算数。',
        tests: [
          `${SERVICES}/backups/backups.test.ts › leaves a sound copy with a note of what is in it, also of an open workbook`,
          `${SERVICES}/backups/backups.test.ts › saves after some time of editing, and on closing what was changed since`,
        ],
      },
      {
        text: '已损坏的工作簿不会挤掉完好的备份。',
        tests: [
          `${SERVICES}/backups/backups.test.ts › makes none of a damaged workbook: sound ones would be pushed out`,
        ],
      },
      {
        text: '恢复到原位置时，原来的文件改名保留，不会被删掉。',
        tests: [
          `${SERVICES}/restore/restore.test.ts › in place: what stood there is put aside with its journal, which plays into nothing else`,
        ],
      },
      {
        text: '损坏的文件可以整理到副本：救回什么、丢了什么逐项列出，损坏的文件本身不动。',
        tests: [
          `${SERVICES}/restore/salvage.test.ts › some of the log and some of the projects: what is in neither is told as lost`,
          `${SERVICES}/restore/salvage.test.ts › is not written over the damaged file`,
        ],
      },
    ],
  },
  {
    title: '不会外流、不被外来文件牵着走',
    sentences: [
      {
        text: '程序不连接网络，所有网络请求都被拦下。',
        tests: ['test/unit/electron/desktop/security.test.ts › lets %s through: cancel %s'],
      },
      {
        text: '设了密码的工作簿，不知道密码的人在文件里看不到一个字，改一个字节也会被发现；它的备份同样加密。',
        tests: [
          `${DB}/cipher/vault.test.ts › shows nothing of its words on the disk`,
          `${DB}/cipher/vault.test.ts › tells every changed byte of what it holds`,
          'test/integration/password.test.ts › is that of copies, automatic backups and what is restored from them',
        ],
      },
      {
        text: '恢复、结转、另存为到设了密码的工作簿的位置，密码还在；不知道密码就不覆盖。',
        tests: [
          'test/integration/password.test.ts › stays when a backup without one takes the place of the workbook, and is asked for before',
          'test/integration/password.test.ts › is that of the plan that is rolled over from it, and each of two workbooks has its own',
          'test/integration/password.test.ts › is kept by a copy of another workbook that takes its place',
        ],
      },
      {
        text: '诊断信息和出错记录里没有文件名、人名、项目和金额。',
        tests: [
          'test/integration/about.test.ts › says versions, system, state of the file and faults, without a word of the user',
          'test/unit/electron/desktop/faults.test.ts › says of an error what kind it is and where it arose',
        ],
      },
      {
        text: '收到的表不论怎样残缺，要么读进来，要么说明为什么读不了，程序不会停住。',
        tests: [
          'test/unit/electron/excel/read/fuzz.test.ts › %s, %d times',
          'test/integration/soak.test.ts › loses nothing and overlooks nothing',
        ],
      },
      {
        text: '别人给的自定义审核规则不会让程序停住：要算的太多就不执行并说明。',
        tests: [
          'test/unit/shared/checks/own/step-budget.test.ts › %s: ends with a sentence where it is used up, and runs where it is not',
        ],
      },
    ],
  },
];

/** What the long run of the tests found (npm run soak); the table in ARCHITECTURE.md says more. */
export const SOAKED: readonly string[] = [
  '编辑时强行结束 150 次：已确认的 2,886 步都在。',
  '改动工作簿里的字节 2,400 次，其中 436 次改变了内容：都指出。',
  '操作记录改动 500 次：500 次都指出。',
  '两个程序同时打开 3,000 次：每次只有一个得到。',
  '磁盘写满 100 次：已确认的 4,666 步都在。',
  '残缺的表 300 份、异常的连接 1,000 次：程序没有停住。',
  '连续编辑 2,000 步：内存没有越占越多。',
];

/** What is not promised, said as plainly. */
export const NOT_PROMISED: readonly string[] = [
  '没有设密码的工作簿，拿到文件的人都能打开；设了密码的，忘了密码就再也打不开。',
  '自动备份在这台电脑上：电脑丢了，备份也丢了。重要的工作簿请另外备份到别处。',
  '有本事重写整个操作记录的人可以让校验通过，但改不了已经印在纸上的校验码。',
];
