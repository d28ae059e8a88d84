// A date as goals name it: 2024年12月底前, 2024年11月30日, 2024-11-30, 2024年底.
import { compactText } from '../values/fold-text.ts';

const DATE =
  /^(?:≤|<=|于|在)?(\d{4})(?:年|[-./])(?:(\d{1,2})(?:月|[-./])?(?:(\d{1,2})日?|[底末])?|[底末])?(?:之?前|以前|前完成|完成|竣工|完工)*$/;

/** The last day that it means as ISO; null for another text. */
export function readDeadline(text: string): string | null {
  if (!/\d{4}\s*[年\-./]/.test(text)) return null;
  const found = DATE.exec(compactText(text));
  if (!found) return null;
  const [, year = '', month = '12', day] = found;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return null;
  const last = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  const date = day === undefined ? last : Number(day);
  if (date < 1 || date > last) return null;
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
