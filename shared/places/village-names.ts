// Names of village offices without the many official endings: 甸苴村民委员会 is 甸苴村, 多福巷社区居委会 is 多福巷社区.

/** c 村委会, s 社区, j 居委会, x anything else, which stays as it is (嘎查, 生活区). */
export type VillageKind = 'c' | 's' | 'j' | 'x';

export interface VillageName {
  /** Without the ending; the whole name for kind x. */
  bare: string;
  kind: VillageKind;
}

const ENDINGS: readonly (readonly [VillageKind, RegExp])[] = [
  ['s', /社区(?:居民委员会|居委会|居民委会|居委)?$/],
  ['c', /(?:村民委员会|村委会|村民委会|村委员会|村委)$/],
  ['j', /(?:居民委员会|居委会|居民委会|居委)$/],
  ['c', /村$/],
];
const FULL: Readonly<Record<VillageKind, readonly string[]>> = {
  c: ['村委会', '村民委员会'],
  s: ['社区居委会', '社区居民委员会'],
  j: ['居民委员会', '社区'],
  x: [],
};

/** Takes an official name apart. A name that is nothing but an ending stays whole. */
export function readVillageName(official: string): VillageName {
  for (const [kind, ending] of ENDINGS) {
    const bare = official.replace(ending, '');
    if (bare !== official && bare !== '') return { bare, kind };
  }
  return { bare: official, kind: 'x' };
}

/** The name in daily use: 甸苴村, 多福巷社区, 王市口居委会; 李家村 of 李家村村委会. */
export function villageName({ bare, kind }: VillageName): string {
  if (kind === 'c') return /(?:村|嘎查)$/.test(bare) ? bare : `${bare}村`;
  return kind === 's' ? `${bare}社区` : kind === 'j' ? `${bare}居委会` : bare;
}

/** Every other way to write it, the bare name first where it is more than one letter. */
export function villageAliases(village: VillageName): string[] {
  const { bare, kind } = village;
  const words = [...(bare.length > 1 ? [bare] : []), ...FULL[kind].map((ending) => bare + ending)];
  return words.filter((word) => word !== villageName(village));
}
