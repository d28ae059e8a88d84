// xianjie new: makes a workbook.
import { existsSync } from 'node:fs';
import { MOST_YEARS, periodText } from '#shared/domain/reference.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Backend } from './backend.ts';
import { type Command, operand, UsageError } from './command.ts';

/** The only region there is a sample of. */
const SAMPLE_REGION = '530402';
const DEFAULT_PERIOD = '2021-2025';

export const NEW: Command = {
  name: 'new',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '新建全国任一省、市、县、乡镇、村的工作簿（.xianjie）',
  details: ['地区代码如 420281（大冶市）、420000（湖北省），用 xianjie regions 名称 查找。已有的文件不会被覆盖。'],
  options: {
    region: { type: 'string', value: 'CODE', help: '行政区划代码；建示例时可不写' },
    period: { type: 'string', value: '2021-2025', help: '规划期的起止年，默认 2021-2025' },
    scheme: {
      type: 'string',
      value: 'ID',
      help: '类别体系：county（县六类）、city（市八大工程）、national（国家项目库类型）；不写时按地区',
    },
    sample: { type: 'boolean', help: '装入示例项目（红塔区，2021-2025）' },
  },
  async run(context) {
    const { args, backend, say } = context;
    const path = operand(context, 0);
    const sample = args.flag('sample');
    const region = args.text('region') ?? (sample ? SAMPLE_REGION : undefined);
    if (region === undefined) throw new UsageError('缺少选项 --region（行政区划代码）。');
    const period = readPeriod(args.text('period') ?? DEFAULT_PERIOD);
    if (sample && args.text('scheme') !== undefined) throw new UsageError('示例的类别体系是固定的，不能用 --scheme。');
    if (sample && (region !== SAMPLE_REGION || `${period.firstYear}-${period.lastYear}` !== DEFAULT_PERIOD)) {
      throw new UsageError(`示例只有红塔区（${SAMPLE_REGION}）${DEFAULT_PERIOD} 的。`);
    }
    if (!sample) await requireRegion(backend, region);
    if (existsSync(path)) {
      throw new AppError('cannot-write', `“${path}”已经存在，没有覆盖它。请换一个文件名，或先把它移走。`);
    }
    const { token } = backend.grant(path);
    const status = sample
      ? await backend.call('workbook.createSample', { token })
      : await backend.call('workbook.create', { token, regionCode: region, ...period, scheme: args.text('scheme') });
    say(`已新建 ${path}：${status.plan.regionName}，${periodText(status.plan)}，${status.projectCount} 个项目。`);
    if (!sample && args.text('period') === undefined)
      say(`没有写 --period，规划期按 ${DEFAULT_PERIOD}；要别的规划期请重新建，写上如 --period 2026-2030。`);
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

/** Refuses a code of no place, with the nearest ones; a name is no code, but says which it may be. */
async function requireRegion(backend: Backend, code: string): Promise<void> {
  const { places, nearest } = await backend.call('places.find', { text: code, limit: 5 });
  if (places.some((place) => place.code === code)) return;
  const near = (nearest.length > 0 ? nearest : places).map((place) => `${place.code} ${place.full}`);
  const hint = near.length > 0 ? `相近的有：${near.join('、')}。` : '';
  throw new UsageError(`没有代码为“${code}”的地区（不含港澳台）。${hint}用 xianjie regions 名称 查找。`);
}

export function readPeriod(text: string): { firstYear: number; lastYear: number } {
  const match = /^(\d{4})\s*[-—–~～至]\s*(\d{4})$/.exec(text);
  const [firstYear, lastYear] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || lastYear < firstYear || firstYear < 1990 || lastYear > 2100 || lastYear - firstYear >= MOST_YEARS) {
    throw new UsageError(`规划期“${text}”不对，应写成起止年份，如 2021-2025，最长 ${MOST_YEARS} 年。`);
  }
  return { firstYear, lastYear };
}
