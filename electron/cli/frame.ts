// xianjie frame: the plan's frame (规划设置), shown, written to a spreadsheet or taken from one.
import { agencyYears } from '#shared/domain/agencies.ts';
import { fundNameText, namesInUse } from '#shared/domain/fund-names.ts';
import { periodText } from '#shared/domain/reference.ts';
import { pathOf } from '#shared/frame/frame.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  operand,
  requireEnding,
  UsageError,
} from './command.ts';

export const FRAME: Command = {
  name: 'frame',
  operands: 'WORKBOOK [export|import FILE.xlsx]',
  count: [1, 3],
  summary: '规划设置：规划期和名称、类别、资金来源、单位、地区、指标；可导出成表格修改后再装入',
  details: [
    '不写 export 或 import 时列出规划设置的概况，加 --json 输出全部内容。',
    '导出的表格有“规划”“类别”“类别对应”“资金来源”“单位”“地区”“指标”七张工作表；原样装入没有改动，改过的装入是一步，可撤销。',
    'import 也认“一级｜二级｜三级｜编号”的类别表，作为一套新的类别体系装入。',
    '有一处不对就全部不装入，逐条说明是哪张表、哪一行。',
  ],
  options: { 'dry-run': { type: 'boolean', help: '只看会改什么，不写入工作簿' } },
  async run(context) {
    const { args, backend, say } = context;
    const [, action, file] = args.positionals;
    if (action === undefined) return show(context);
    if (action !== 'export' && action !== 'import')
      throw new UsageError(`工作簿后面应写 export 或 import，不能是“${action}”。`);
    if (file === undefined) throw new UsageError('缺少表格文件的名字。');
    const dryRun = args.flag('dry-run');
    if (action === 'export') requireEnding(file, ['.xlsx']);
    await backend.open(operand(context, 0), action === 'import' && !dryRun ? 'change' : 'read');
    const { token } = backend.grant(file);
    if (action === 'export') {
      const { name, folder, notes } = await backend.call('frame.export', { token });
      for (const note of notes) say(note);
      say(`已把规划设置写到 ${name}（${folder}）。`);
      return { status: 0, value: { file: name, folder } };
    }
    const result = await backend.call('frame.import', { token, dryRun });
    for (const change of result.changes) say(change);
    const done = dryRun ? '试看完成，没有写入' : '已装入';
    say(
      result.changes.length === 0
        ? '和现有的规划设置一样，没有改动。'
        : `${done}：${result.changes.length} 处改动，${result.moved} 个项目随之改变${result.unclassified > 0 ? `，其中 ${result.unclassified} 个列为未分类` : ''}。`,
    );
    return { status: 0, value: { ...result, committed: !dryRun && result.changes.length > 0 } };
  },
};

async function show(context: CommandContext): Promise<CommandResult> {
  const { backend, print } = context;
  await backend.open(operand(context, 0), 'read');
  const { frame, uses, builtIn } = await backend.call('frame.read', {});
  const { records } = await backend.call('records.list', { kinds: ['indicator'] });
  const { plan, schemes, categories, fundSources, regions, agencies, ownColumns } = frame;
  print(`地区\t${plan.regionName}（${plan.regionCode}）`);
  print(`规划期\t${periodText(plan)}，中期评估 ${plan.midYear} 年`);
  print(`规划名称\t${plan.name}`);
  print(`附表标题\t${plan.title}`);
  for (const { id, name } of schemes) {
    const own = categories.filter(({ scheme }) => scheme === id);
    print(`类别体系\t${name}${id === plan.scheme ? '（使用中）' : ''}\t${own.length} 个类别`);
  }
  const byId = new Map(categories.map((one) => [one.id, one]));
  for (const { id, scheme, ordinal } of categories)
    if (scheme === plan.scheme)
      print(`类别\t${ordinal}\t${pathOf(byId, id).join(' › ')}\t${uses.classes[id] ?? 0} 个项目`);
  for (const { id, parent, name, names } of namesInUse(fundSources, plan)) {
    if (parent !== null) continue;
    const others = names.filter((one) => one.name !== name).map(fundNameText);
    const also = others.length === 0 ? [] : [`其他年份的名称：${others.join('，')}`];
    print(['资金来源', name, `${uses.sources[id] ?? 0} 个项目`, ...also].join('\t'));
  }
  const agencyNames = new Map(agencies.map(({ id, name }) => [id, name]));
  for (const one of agencies) {
    const next = one.successor === null ? '' : `职能划入${agencyNames.get(one.successor) ?? one.successor}`;
    print(['单位', one.name, agencyYears(one), next, `${uses.agencies[one.id] ?? 0} 个项目`].join('\t'));
  }
  for (const { id, name, printed } of ownColumns)
    print(
      ['自定义栏目', name, printed ? '印在附表中' : '不印在附表中', `${uses.ownColumns[id] ?? 0} 个项目`].join('\t'),
    );
  const count = (level: string): number => regions.filter((one) => one.level === level).length;
  print(`地区\t${count('county')} 个县（市、区），${count('town')} 个乡镇，${count('village')} 个村`);
  return { status: 0, value: { ...frame, uses, builtIn, indicatorRecords: records } };
}
