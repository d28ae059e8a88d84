// The line at the foot of a list that is signed.
import type { JobOf } from './print-job.ts';

/** Its parts; what is empty leaves room for a pen. */
export function signatureParts({
  head,
  checker,
  writer,
  phone,
}: Omit<JobOf<'annex'>['signatures'], 'shown'>): string[] {
  const part = (label: string, value: string): string => `${label}：${value}${value === '' ? '　　　　' : ''}`;
  return [
    part('单位负责人', head),
    part('审核人', checker),
    part('填表人', writer),
    part('联系电话', phone),
    part('填报日期', ''),
  ];
}
