// xianjie log: what was changed when, newest first.
import type { ChangeSetInfo } from '#shared/contract/methods.ts';
import { localSecond } from '#shared/values/local-time.ts';
import { type Command, operand, UsageError } from './command.ts';

const PAGE = 500;

export const LOG: Command = {
  name: 'log',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '列出修改日志，新的在前',
  options: { limit: { type: 'string', value: 'N', help: '最多列出几条，默认全部' } },
  async run(context) {
    const { args, backend, print } = context;
    const limit = args.text('limit');
    if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) throw new UsageError('--limit 后面应是正整数。');
    await backend.open(operand(context, 0), 'read');
    const wanted = limit === undefined ? Number.POSITIVE_INFINITY : Number(limit);
    const changeSets: ChangeSetInfo[] = [];
    for (let before: number | null = null; changeSets.length < wanted; ) {
      const { changeSets: page }: { changeSets: ChangeSetInfo[] } = await backend.call('history.list', {
        before,
        limit: Math.min(PAGE, wanted - changeSets.length),
      });

      changeSets.push(...page);
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      before = last.id;
    }
    for (const { id, at, label, author, projects, undoes } of changeSets) {
      print(
        [id, localSecond(at), author, label, `${projects} 个项目`, undoes === null ? '' : `对应第 ${undoes} 条`].join(
          '\t',
        ),
      );
    }
    return { status: 0, value: { changeSets } };
  },
};
