// xianjie new: makes a workbook.
import { existsSync } from 'node:fs';
import { AppError } from '#shared/contract/reply.ts';
import { type Command, operand, UsageError } from './command.ts';

/** The only region there is a sample of. */
const SAMPLE_REGION = '530402';
const DEFAULT_PERIOD = '2021-2025';

export const NEW: Command = {
  name: 'new',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '新建一个地区的工作簿（.xianjie）',
  details: ['地区代码如 530402（红塔区）、530400（玉溪市）。已有的文件不会被覆盖。'],
  options: {
    region: { type: 'string', value: 'CODE', help: '行政区划代码；建示例时可不写' },
    period: { type: 'string', value: '2021-2025', help: '规划期的起止年，默认 2021-2025' },
    sample: { type: 'boolean', help: '装入示例项目（红塔区，2021-2025）' },
  },
  async run(context) {
    const { args, backend, say } = context;
    const path = operand(context, 0);
    const sample = args.flag('sample');
    const region = args.text('region') ?? (sample ? SAMPLE_REGION : undefined);
    if (region === undefined) throw new UsageError('缺少选项 --region（行政区划代码）。');
    const period = readPeriod(args.text('period') ?? DEFAULT_PERIOD);
    if (sample && (region !== SAMPLE_REGION || `${period.firstYear}-${period.lastYear}` !== DEFAULT_PERIOD)) {
      throw new UsageError(`示例只有红塔区（${SAMPLE_REGION}）${DEFAULT_PERIOD} 的。`);
    }
    const { regions } = await backend.call('app.status', {});
    if (!regions.some((known) => known.code === region)) {
      const known = regions.map(({ code, name }) => `${code} ${name}`).join('、');
      throw new UsageError(`没有代码为“${region}”的地区。可以用：${known}。`);
    }
    if (existsSync(path)) {
      throw new AppError('cannot-write', `“${path}”已经存在，没有覆盖它。请换一个文件名，或先把它移走。`);
    }
    const { token } = backend.grant(path);
    const status = sample
      ? await backend.call('workbook.createSample', { token })
      : await backend.call('workbook.create', { token, regionCode: region, ...period });
    say(
      `已新建 ${path}：${status.plan.regionName}，${status.plan.firstYear}—${status.plan.lastYear} 年，${status.projectCount} 个项目。`,
    );
    const { plan, projectCount } = status;
    return {
      status: 0,
      value: {
        workbook: path,
        region: plan.regionCode,
        firstYear: plan.firstYear,
        lastYear: plan.lastYear,
        projects: projectCount,
      },
    };
  },
};

export function readPeriod(text: string): { firstYear: number; lastYear: number } {
  const match = /^(\d{4})\s*[-—–~～至]\s*(\d{4})$/.exec(text);
  const [firstYear, lastYear] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || lastYear < firstYear || firstYear < 1990 || lastYear > 2100 || lastYear - firstYear > 14) {
    throw new UsageError(`规划期“${text}”不对，应写成起止年份，如 2021-2025。`);
  }
  return { firstYear, lastYear };
}
