// The remark under a table of units: which units of the list are counted under those that took over their work.
import { agencyReader } from '../domain/agencies.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { DimensionId } from '../records/table-design.ts';

const FIELDS = ['unit', 'department', 'implementer'] as const;

/** “区乡村振兴局”计入“农业农村局”; null where the table has no units or all stand under their own names. */
export function joinedUnits(
  dimensions: readonly DimensionId[],
  { plan, reference, projects }: Pick<PlanData, 'plan' | 'reference' | 'projects'>,
): string | null {
  const fields = FIELDS.filter((field) => dimensions.includes(field));
  if (fields.length === 0 || !reference.agencies.some(({ successor }) => successor !== null)) return null;
  const { read, inYear } = agencyReader({ plan, reference });
  const cells = new Set(projects.flatMap((project) => fields.flatMap((field) => project[field] ?? [])));
  const joined = new Map<string, string[]>();
  for (const cell of cells) {
    for (const { text, agency } of read(cell).units) {
      const last = agency === null ? null : inYear(agency, null);
      if (last === null || last === agency) continue;
      const known = joined.get(last.name) ?? [];
      if (!known.includes(text)) joined.set(last.name, [...known, text]);
    }
  }
  if (joined.size === 0) return null;
  const words = [...joined].map(([name, texts]) => `${texts.map((text) => `“${text}”`).join('、')}计入“${name}”`);
  return `按规划设置的单位表，${words.join('；')}。`;
}
