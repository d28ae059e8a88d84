// xianjie compare-versions: what changed from one version of the plan to another (调整对照表).
import { existsSync } from 'node:fs';
import { AppError } from '#shared/values/app-error.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { totalOf, type VersionRow } from '#shared/versions/compare.ts';
import { type Command, type CommandContext, operand, requireEnding } from './command.ts';
import { REPORT_ENDINGS, REPORT_OUT } from './report-out.ts';

export const COMPARE_VERSIONS: Command = {
  name: 'compare-versions',
  operands: 'WORKBOOK A B',
  count: [3, 3],
  summary: '两个版本逐个项目对照：新增、取消、调增、调减、变更、拆分合并',
  details: [
    'A 是调整前，B 是调整后：版本的名称、now（现在的项目表），或一个文件（工作簿、项目表的表格）。',
    '各列：调整类型、项目名称、调整前总投资、调整后总投资、增减（万元）。',
    '--out 写成调整对照表和增减汇总表。',
  ],
  options: { out: REPORT_OUT },
  async run(context) {
    const { args, backend, print, say } = context;
    const out = args.text('out');
    if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
    await backend.open(operand(context, 0), 'read');
    const { versions } = await backend.call('versions.list', {});
    const names = new Set(versions.map(({ name }) => name));
    const sides = { a: sideOf(context, operand(context, 1), names), b: sideOf(context, operand(context, 2), names) };
    const { before, after, rows, unchanged } = await backend.call('versions.compare', sides);
    const lines = rows.map(lineOf);
    for (const { type, name, beforeWan, afterWan, differenceWan } of lines)
      print([type, name, beforeWan, afterWan, differenceWan].join('\t'));
    const count = (...types: string[]): number => rows.filter((row) => types.includes(row.types[0] ?? '')).length;
    const summary = {
      before: { count: before.count, totalWan: wanText(toFen(before.totalFen)) },
      after: { count: after.count, totalWan: wanText(toFen(after.totalFen)) },
      added: count('新增'),
      removed: count('取消'),
      split: count('拆分', '合并'),
      changed: rows.length - count('新增', '取消', '拆分', '合并'),
      unchanged,
    };
    say(
      `${before.name} ${summary.before.count} 个、${summary.before.totalWan} 万元，${after.name} ${summary.after.count} 个、${summary.after.totalWan} 万元：` +
        `新增 ${summary.added}，取消 ${summary.removed}，拆分合并 ${summary.split}，改动 ${summary.changed}，未变 ${unchanged}。`,
    );
    if (out !== undefined) {
      const { name, folder, notes } = await backend.call('versions.export', {
        token: backend.grant(out).token,
        ...sides,
      });
      for (const note of notes) say(note);
      say(`已写到 ${name}（${folder}）。`);
    }
    return { status: 0, value: { summary, rows: lines } };
  },
};

/** A name of a version goes before a file of that name. */
function sideOf({ backend }: CommandContext, text: string, names: ReadonlySet<string>) {
  if (text === 'now') return { now: true as const };
  if (names.has(text) || !/\.[A-Za-z0-9]{2,7}$/.test(text)) return { version: text };
  if (!existsSync(text)) throw new AppError('file-missing', `没有版本“${text}”，也找不到这个文件。`);
  return { token: backend.grant(text).token };
}

function lineOf({ types, before, after, difference }: VersionRow) {
  const wan = (projects: VersionRow['before']): string =>
    projects.every(({ amounts }) => amounts.total === null) ? '' : wanText(totalOf(projects));
  return {
    type: types.join('、'),
    name: (after[0] ?? before[0])?.name ?? '',
    beforeWan: wan(before),
    afterWan: wan(after),
    differenceWan: wanText(toFen(difference)),
    before: before.map(({ id, name }) => ({ id, name })),
    after: after.map(({ id, name }) => ({ id, name })),
  };
}
