// What an indicator of 表1 must have: a name, and a unit beside a number.
import type { Indicator } from '../domain/reference.ts';

type Checked = Pick<Indicator, 'name' | 'unit' | 'baseValue' | 'targetValue'>;

/** ≥10, 80(省70%), 97.5: a value that needs a unit; 应兜尽兜 and 80% do not. */
function needsUnit(value: string | null): boolean {
  return (
    value !== null &&
    /^[≥≤><＞＜＝=约]*\s*\d/.test(value) &&
    !/^[^(（]*[%％‰]/.test(value) &&
    !/^[\d.≥≤><]+\s*\p{Script=Han}/u.test(value)
  );
}

/** The sentence about what an indicator lacks; null: nothing. */
export function indicatorFault({ name, unit, baseValue, targetValue }: Checked): string | null {
  if (name.trim() === '') return '有一个指标没有名称。请填写名称，不要的请删除。';
  const value = [targetValue, baseValue].find(needsUnit);
  if ((unit ?? '').trim() === '' && value !== undefined)
    return `指标“${name}”的值是“${value ?? ''}”，没有写单位。请填写单位（如 %、人、万元），或者把单位写在值里。`;
  return null;
}
