// What images of the frame lacked in older programs, filled in: frozen with the version that added it. The migration of
// that version brings the tables up to date by the same functions.

const FISCAL_NAMES: Readonly<
  Record<string, readonly [before: string, now: string, since2026: string, ...more: string[]]>
> = {
  fiscal: ['财政专项扶贫资金', '财政衔接资金', '常态化帮扶资金', '财政常态化帮扶资金'],
  'fiscal.central': ['中央财政专项扶贫资金', '中央衔接资金', '中央常态化帮扶资金', '中央财政常态化帮扶资金'],
  'fiscal.province': ['省级财政专项扶贫资金', '省级衔接资金', '省级常态化帮扶资金', '省级财政常态化帮扶资金'],
  'fiscal.city': ['市级财政专项扶贫资金', '市级衔接资金', '市级常态化帮扶资金', '市级财政常态化帮扶资金'],
  'fiscal.county': ['县级财政专项扶贫资金', '县级衔接资金', '县级常态化帮扶资金', '县级财政常态化帮扶资金'],
};

/** A fund source of version 1 knows one name; that of the central budget changed with 2021 and with 2026. */
export function addFundNames(image: { id: string; name: string; aliases: readonly string[] }): unknown {
  const known = FISCAL_NAMES[image.id];
  if (!known) return { ...image, names: [] };
  const [before, now, since2026, ...more] = known;
  return {
    ...image,
    aliases: [...image.aliases, ...more.filter((alias) => !image.aliases.includes(alias))],
    names: [
      { from: null, to: 2020, name: before },
      { from: 2021, to: 2025, name: now },
      { from: 2026, to: null, name: since2026 },
    ],
  };
}

/** A plan of version 1 has its title only; what it was about was written in the program. */
export function addPlanNames(image: { firstYear: number; lastYear: number }): unknown {
  return {
    ...image,
    name: '巩固拓展脱贫攻坚成果同乡村振兴有效衔接',
    shortName: '巩固拓展脱贫攻坚成果和乡村振兴',
    midYear: Math.min(image.firstYear + 2, image.lastYear),
    fundYear: null,
  };
}

/** A class had no last year: it went on. */
export function addLastYear(image: object): unknown {
  return { ...image, lastYear: null };
}

/** Every fund had its column. */
export function addShown(image: object): unknown {
  return { ...image, shown: 'always' };
}
