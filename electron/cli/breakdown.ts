// xianjie breakdown: fills in years and sources of all projects that are not broken down.

import { yearLabel } from '#shared/domain/outside-years.ts';
import { type Amounts, splitCellKey } from '#shared/domain/project.ts';
import { BREAKDOWN_METHODS, BREAKDOWN_WORDS } from '#shared/tables/break-down.ts';
import { wanText } from '#shared/values/money.ts';
import { type Command, choose, operand } from './command.ts';

export const BREAKDOWN: Command = {
  name: 'breakdown',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '把没有分解的项目一次分解到年度和资金来源；填报的总投资和合计不变，自相矛盾的跳过并说明',
  details: [
    '  equal          没有分年度的，在建设年限内各年均分（默认）',
    '  proportional   没有分年度、没有分来源的，按同类项目的比例',
    '两种办法都不改已填的合计：各年各来源由合计推算，推算不出的按比例，分到 0.01 万元或分，相加正好等于总投资。',
    '有项目因金额自相矛盾或缺总投资、建设年限而跳过时，退出状态为 1。',
  ],
  options: {
    method: { type: 'string', value: 'equal|proportional', help: '办法，默认 equal' },
    'dry-run': { type: 'boolean', help: '只列出将怎样分解，不写入' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const method = choose(args.text('method'), BREAKDOWN_METHODS, 'method', 'equal');
    const isDry = args.flag('dry-run');
    await backend.open(operand(context, 0), isDry ? 'read' : 'change');
    const { reference } = await backend.call('reference.get', {});
    const { proposals, skipped } = await backend.call('projects.proposeBreakdown', { method });
    const { changed } = isDry ? { changed: 0 } : await backend.call('projects.breakDown', { method });
    const names = new Map(reference.fundSources.map(({ id, name }) => [id, name]));
    const figures = (amounts: Amounts) => figuresOf(amounts, (id) => names.get(id) ?? id);
    for (const { name, how, after } of proposals) {
      const { byYear, bySource, cells } = figures(after);
      const shown = cells.length > 0 ? cells.map(({ year, source, wan }) => [`${year}年${source}`, wan]) : [];
      const margins = [
        ...Object.entries(byYear).map(([year, wan]) => [yearLabel(year), wan]),
        ...Object.entries(bySource),
      ];
      const parts = shown.length > 0 ? shown : margins;
      print([name, how, parts.map(([label, wan]) => `${label} ${wan}`).join('，')].join('\t'));
    }
    for (const { name, reason } of skipped) print([name, '跳过', reason].join('\t'));
    const done = isDry
      ? `将分解 ${proposals.length} 个项目`
      : changed === 0
        ? '没有可以分解的项目，工作簿没有改动'
        : `已分解 ${changed} 个项目，可以撤销（xianjie undo）`;
    say(`${BREAKDOWN_WORDS[method]}：${done}；跳过 ${skipped.length} 个。${isDry ? '没有写入。' : ''}`);
    return {
      status: skipped.some(({ isFault }) => isFault) ? 1 : 0,
      value: {
        method,
        dryRun: isDry,
        changed,
        projects: proposals.map(({ id, name, how, before, after }) => ({
          id,
          name,
          how,
          totalWan: after.total === null ? null : wanText(after.total),
          before: figures(before),
          after: figures(after),
        })),
        skipped: skipped.map(({ id, name, reason }) => ({ id, name, reason })),
      },
    };
  },
};

/** Amounts as exact decimal texts of 万元, by the names that people read. */
function figuresOf({ byYear, bySource, cells }: Amounts, sourceName: (id: string) => string) {
  return {
    byYear: Object.fromEntries(Object.entries(byYear).map(([year, fen]) => [year, wanText(fen)])),
    bySource: Object.fromEntries(Object.entries(bySource).map(([id, fen]) => [sourceName(id), wanText(fen)])),
    cells: Object.entries(cells).map(([key, fen]) => {
      const { year, source } = splitCellKey(key);
      return { year, source: sourceName(source), wan: wanText(fen) };
    }),
  };
}
