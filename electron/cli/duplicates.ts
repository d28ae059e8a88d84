// xianjie duplicates: pairs that may be one project, within a workbook or between it and another file.

import type { Project } from '#shared/domain/project.ts';
import type { Pair } from '#shared/duplicates/compare.ts';
import { wanText } from '#shared/values/money.ts';
import { type Command, operand } from './command.ts';

export const DUPLICATES: Command = {
  name: 'duplicates',
  operands: 'WORKBOOK [FILE]',
  count: [1, 2],
  summary: '找出疑似重复的项目；给出另一个工作簿或电子表格时，与它比较',
  options: {},
  async run(context) {
    const { args, backend, print, say } = context;
    await backend.open(operand(context, 0), 'read');
    const file = args.positionals[1];
    const { projects } = await backend.call('projects.list', {});
    const found =
      file === undefined
        ? { ...(await backend.call('duplicates.list', {})), projects: [] }
        : await backend.call('duplicates.compare', { token: backend.grant(file).token });
    const byId = new Map([...projects, ...found.projects].map((project) => [project.id, project]));
    const pairs = found.pairs.flatMap((pair) => {
      const [left, right] = [byId.get(pair.a), byId.get(pair.b)];
      return left && right ? [pairEntry(pair, left, right)] : [];
    });
    for (const { score, left, right, reasons } of pairs) {
      print([score, left.name, left.totalWan ?? '', right.name, right.totalWan ?? '', reasons.join('、')].join('\t'));
    }
    say(
      file === undefined ? `${pairs.length} 对项目疑似重复。` : `“${file}”中有 ${pairs.length} 个项目与本表疑似重复。`,
    );
    return { status: 0, value: { pairs } };
  },
};

function sideEntry({ id, name, town, village, amounts }: Project) {
  return { id, name, region: [town, village], totalWan: amounts.total === null ? null : wanText(amounts.total) };
}

function pairEntry({ score, reasons }: Pair, left: Project, right: Project) {
  return { score, reasons, left: sideEntry(left), right: sideEntry(right) };
}
