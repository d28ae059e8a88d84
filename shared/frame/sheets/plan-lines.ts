// The lines of the sheet 规划: what each says of the plan, and how its text is read back.
import type { CategoryScheme, PlanInfo } from '../../domain/reference.ts';

export interface PlanLine {
  label: string;
  help: string;
  show: (plan: PlanInfo, schemes: readonly CategoryScheme[]) => string;
  /** The plan with what the text says; a sentence where it cannot be read. */
  read: (text: string, plan: PlanInfo, schemes: readonly CategoryScheme[]) => PlanInfo | string;
}

function yearLine(label: string, key: 'firstYear' | 'lastYear' | 'midYear', help: string): PlanLine {
  return {
    label,
    help,
    show: (plan) => String(plan[key]),
    read(text, plan) {
      const year = /^(\d{4})年?$/.exec(text)?.[1];
      return year === undefined
        ? `“${label}”写的是“${text}”，应是四位数的年份，如 2026。`
        : { ...plan, [key]: Number(year) };
    },
  };
}

function textLine(label: string, key: 'name' | 'shortName' | 'title', help: string): PlanLine {
  return { label, help, show: (plan) => plan[key], read: (text, plan) => ({ ...plan, [key]: text }) };
}

const BY_PLAN = '按规划的结束年';

export const PLAN_LINES: readonly PlanLine[] = [
  {
    label: '地区代码',
    help: '不能改；别的地区请新建工作簿',
    show: ({ regionCode }) => regionCode,
    read: (text, plan) =>
      text === plan.regionCode
        ? plan
        : `“地区代码”是“${text}”，本工作簿是“${plan.regionCode}”（${plan.regionName}）。规划设置只能装回同一地区；别的地区请新建工作簿。`,
  },
  yearLine('开始年', 'firstYear', '规划期第一年'),
  yearLine('结束年', 'lastYear', '规划期最后一年，规划期最长 10 年'),
  yearLine('中期评估年', 'midYear', '规划期中的一年'),
  textLine('规划名称', 'name', '规划是关于什么的，写在标题里'),
  textLine('规划简称', 'shortName', '公示等写在“项目”前面的话'),
  textLine('附表标题', 'title', '项目表（附表）的标题'),
  {
    label: '资金名称按',
    help: `资金用哪一年的名称：四位数年份，或“${BY_PLAN}”`,
    show: ({ fundYear }) => (fundYear === null ? BY_PLAN : String(fundYear)),
    read(text, plan) {
      if (text === BY_PLAN || text === '') return { ...plan, fundYear: null };
      const year = /^(\d{4})年?$/.exec(text)?.[1];
      return year === undefined
        ? `“资金名称按”写的是“${text}”，应是四位数的年份，或“${BY_PLAN}”。`
        : { ...plan, fundYear: Number(year) };
    },
  },
  {
    label: '类别体系',
    help: '项目表用哪一套类别，写“类别”表里的体系名',
    show: ({ scheme }, schemes) => schemes.find(({ id }) => id === scheme)?.name ?? scheme,
    read(text, plan, schemes) {
      const found = schemes.find(({ name, id }) => name === text || id === text);
      return found
        ? { ...plan, scheme: found.id }
        : `“类别体系”写的是“${text}”，“类别”表里没有。可以用：${schemes.map(({ name }) => name).join('、')}。`;
    },
  },
];
