// xianjie publish: workbooks into a province's PostgreSQL database.
import { AppError } from '#shared/values/app-error.ts';
import { localMinute } from '#shared/values/local-time.ts';
import type { Command, CommandContext } from './command.ts';
import { AS_OF, asOfOption, isoToday } from './fund-options.ts';

type Published = Awaited<ReturnType<typeof publishOne>>;

const NOT_WRITTEN = {
  older: '数据库里是这个工作簿更晚的状态',
  other: '数据库里是这个县（市、区）的另一份工作簿',
} as const;

export const PUBLISH: Command = {
  name: 'publish',
  operands: 'WORKBOOK…',
  count: [1, Number.POSITIVE_INFINITY],
  summary: '发布到省里的 PostgreSQL 数据库：项目、资金、状态、规划设置和来源，附表2、表3和调度表的视图',
  details: [
    '每个县（市、区）、每个规划期在库里只有一份现行的：再发布时替换自己以前的，内容没有变就不写，中断了重来也可以。',
    '库里是更晚的状态、或者是另一份工作簿时不写，说明两边各是什么；确认后加 --force。',
    '县自己的工作簿先于市的：市、县都发布时，视图里每个县只算一次。',
    '第一次发布时在库里建模式（默认 xianjie）、表和视图 table2、table3、month_table；表和列都有中文注释。',
    '口令可以不写在地址里，用环境变量 PGPASSWORD 或 ~/.pgpass。责任人、电话、收款人不发布。',
  ],
  options: {
    to: {
      type: 'string',
      value: 'postgres://…',
      required: true,
      help: '数据库：postgres://用户:口令@主机:端口/数据库',
    },
    schema: { type: 'string', value: 'NAME', help: '库里的模式，默认 xianjie' },
    'as-of': AS_OF,
    force: { type: 'boolean', help: '库里是更晚的状态或另一份工作簿时，也替换掉' },
  },
  async run(context) {
    const { args, print, say } = context;
    const asOf = asOfOption(context.args) ?? isoToday(context);
    const list: Published[] = [];
    for (const file of args.positionals) {
      const one = await publishOne(context, file, asOf);
      list.push(one);
      if (one.state === 'written' || one.state === 'same') {
        const what = one.state === 'same' ? '库里已经是这个状态，没有再写' : '已发布';
        print(`${one.region} ${one.period}：${one.projects} 个项目，总投资 ${one.totalWan} 万元，${what}。`);
      } else {
        say(refusal(one));
      }
    }
    const done = list.filter(({ state }) => state === 'written' || state === 'same');
    return {
      status: done.length === list.length ? 0 : 1,
      value: {
        workbooks: done.length,
        projects: done.reduce((sum, { projects }) => sum + projects, 0),
        asOf,
        list,
      },
    };
  },
};

async function publishOne({ args, backend }: CommandContext, file: string, asOf: string) {
  await backend.open(file, 'read');
  const schema = args.text('schema');
  const result = await backend.call('publish.write', {
    url: args.text('to') ?? '',
    asOf,
    force: args.flag('force'),
    ...(schema === undefined ? {} : { schema }),
  });
  return { file, ...result };
}

function refusal({ file, region, period, state, there }: Published): string {
  if (state !== 'older' && state !== 'other') throw new AppError('internal', '没有被拒绝。');
  const saved = there?.savedAt ? `，${localMinute(there.savedAt)} 保存` : '';
  return `“${file}”没有发布（${region} ${period}）：${NOT_WRITTEN[state]}（${there?.file ?? ''}${saved}，校验码 ${there?.stateCode ?? ''}）。要用这一份替换，加选项 --force。`;
}
