// xianjie regions: looks up places of the country.
import { type Command, UsageError } from './command.ts';

const DEFAULT_LIMIT = 100;
const MOST = 1000;

export const REGIONS: Command = {
  name: 'regions',
  operands: '[TEXT]',
  count: [0, 9],
  summary: '按名称、拼音或代码查找全国的省、市、县、乡镇、村',
  details: [
    '可以写名称的一部分（大冶、峨山县）、带上级的名称（湖北大冶、“红塔区 甸苴”）、拼音或首字母（daye、dys）、代码或其开头。',
    '上级没有相符的名称时才列出村（社区）。数据为 2023 年的，不含港澳台；以后的撤并请在工作簿中改。不写时列出各省。',
  ],
  options: {
    limit: { type: 'string', value: 'N', help: `最多列出多少个，默认 ${DEFAULT_LIMIT}` },
  },
  async run({ args, backend, print, say }) {
    const text = args.positionals.join(' ');
    const limit = readLimit(args.text('limit'));
    const { places, hasMore, nearest } = await backend.call('places.find', { text, limit });
    for (const { code, full } of places) print(`${code}\t${full}`);
    if (hasMore) say(`只列出了前 ${places.length} 个，请把名称写全些，或用 --limit 多列。`);
    if (places.length === 0) {
      const near = nearest.map(({ code, full }) => `${code} ${full}`).join('、');
      say(`没有找到“${text}”（不含港澳台）。${near === '' ? '' : `相近的有：${near}。`}`);
    }
    return { status: 0, value: { regions: places, hasMore, nearest } };
  },
};

function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = /^\d+$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MOST) throw new UsageError(`选项 --limit 应是 1 至 ${MOST} 的整数，不能是“${text}”。`);
  return limit;
}
