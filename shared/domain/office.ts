// 单位: who works in a workbook, and who packages come from and go to (SPECS §3.7). Offices, not accounts.

/** In rising order; what an office sends up goes to one of a higher level. */
export const OFFICE_LEVELS = ['村', '乡镇', '部门', '县', '市', '省'] as const;
export type OfficeLevel = (typeof OFFICE_LEVELS)[number];

export interface Office {
  level: OfficeLevel;
  /** As it signs: 大营街街道, 甸苴, 区农业农村局, 红塔区. */
  name: string;
  /** The region that it stands in: a county or what is above it. */
  regionCode: string;
  /** The town of a town's or a village's office; '' for others. */
  town: string;
  village: string;
}

const RANK: Readonly<Record<OfficeLevel, number>> = { 村: 0, 乡镇: 1, 部门: 1, 县: 2, 市: 3, 省: 4 };

/** Whether an office stands above another: what goes up from one can be received by the other. */
export function isAbove(upper: Pick<Office, 'level'>, lower: Pick<Office, 'level'>): boolean {
  return RANK[upper.level] > RANK[lower.level];
}

/** The same for one office in every workbook. */
export function officeKey({ level, regionCode, town, village, name }: Office): string {
  return [level, regionCode, ...(level === '部门' ? [name] : [town, village])].join('|');
}

/** An office in a sentence: 大营街街道（乡镇）, 大营街街道甸苴（村）. */
export function officeName({ level, name, town }: Office): string {
  return `${level === '村' && !name.startsWith(town) ? town : ''}${name}（${level}）`;
}
