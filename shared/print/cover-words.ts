// The lines of a cover, as the plan says them where nobody wrote others.
import type { PlanInfo } from '../domain/reference.ts';
import type { JobOf } from './print-job.ts';

export interface CoverWords {
  title: string;
  subtitle: string;
  office: string;
  date: string;
}

/** `today` is written 2026年11月25日; a cover names the month. */
export function coverWords(
  { title, regionName }: Pick<PlanInfo, 'title' | 'regionName'>,
  cover: Pick<JobOf<'set'>['cover'], 'title' | 'subtitle' | 'office' | 'date'>,
  today: string,
): CoverWords {
  return {
    title: cover.title ?? withoutList(title),
    subtitle: cover.subtitle,
    office: cover.office ?? `${regionName}人民政府`,
    date: cover.date ?? today.replace(/(月).*$/u, '$1'),
  };
}

/** The title over the list without 项目表: the set holds more. */
function withoutList(title: string): string {
  const lines = title.replace(/项目(?:规划|计划)?表$/u, '');
  return lines === '' ? title : lines;
}
