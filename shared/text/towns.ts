// Which of the places that projects state is one town: 莲花镇, and neither 全县 nor 观音乡等3个乡镇. Sentences that count towns
// count those only.
import type { ReferenceData } from '#shared/domain/reference.ts';

/** A town that the plan's places do not know yet: one name with the ending of one, nothing that counts or joins several. */
const ONE_TOWN = /^[^、，,；;/\s和及与至]{1,20}(?:乡|镇|街道|街道办|办事处|苏木)$/;
const SEVERAL = /[各全多等]|[\d一二两三四五六七八九十]+个|乡镇$/;

/** Makes the test of a place as the plan's sums name it. */
export function makeTownTest({ regions }: Pick<ReferenceData, 'regions'>): (name: string) => boolean {
  const known = new Set(regions.flatMap(({ level, name }) => (level === 'town' ? [name] : [])));
  return (name) => known.has(name) || (ONE_TOWN.test(name) && !SEVERAL.test(name));
}

/** What projects that stand in no single town are called together. */
export function widerWord(names: readonly string[]): string {
  const isWide = (name: string): boolean => /^[全各县市区旗州]|[、，,；;/]|[各全多等]|个/.test(name);
  return names.every(isWide) ? '全县或跨乡镇' : '全县、跨乡镇或其他地点';
}
