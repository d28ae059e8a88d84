// Category schemes (规划类别): the county's classes with every leaf of 表4-1 to 表4-6 and those that only the text
// names, the city's eight classes (表2), and how the first count as the second (handbook 1.1, 1.4).
// Names and ordinals are printed as they stand here; other wordings are aliases.
import type { Category, CategoryMapping, CategoryScheme } from '#shared/domain/reference.ts';

export const COUNTY_SCHEME = 'county';
export const CITY_SCHEME = 'city';

export const SCHEMES: readonly CategoryScheme[] = [
  { id: COUNTY_SCHEME, name: '县级规划类别（六大类）' },
  { id: CITY_SCHEME, name: '市级规划类别（八大工程）' },
];

type Leaf = readonly [slug: string, ordinal: string, name: string, ...aliases: string[]];
type Class = { id: string; ordinal: string; name: string; aliases: readonly string[]; leaves: readonly Leaf[] };

const COUNTY_CLASSES: readonly Class[] = [
  {
    id: 'industry',
    ordinal: '一',
    name: '乡村特色产业帮扶',
    aliases: ['乡村特色产业', '特色产业帮扶', '乡村特色产业帮扶提升', '产业帮扶'],
    leaves: [
      ['planting', '（一）', '种植业', '种植'],
      ['breeding', '（二）', '养殖业', '养殖'],
      ['processing', '（三）', '加工业', '加工', '农产品加工业'],
      ['services', '（四）', '服务业', '乡村旅游'],
      ['loans', '（五）', '小额信贷贴息', '小额信贷', '小额贷款贴息'],
      ['consumption', '（六）', '消费帮扶设施', '消费帮扶', '消费扶贫设施'],
    ],
  },
  {
    id: 'employment',
    ordinal: '二',
    name: '稳定就业帮扶',
    aliases: ['稳定就业', '就业帮扶', '稳定就业帮扶提升'],
    leaves: [
      ['posts', '（一）', '公益性岗位就业', '公益性岗位', '乡村公益性岗位'],
      ['migrant', '（二）', '劳动力转移就业', '外出务工就业', '外出务工', '转移就业'],
      ['startup', '（三）', '就业创业培训', '创业培训'],
      ['skills', '（四）', '职业技能培训', '技能培训'],
    ],
  },
  {
    id: 'relocation',
    ordinal: '三',
    name: '易地扶贫搬迁后续帮扶',
    aliases: ['易地扶贫搬迁后续扶持', '易地搬迁后续帮扶', '易地搬迁后续扶持', '易地搬迁后扶'],
    // 表4-3 prints its rows without ordinals.
    leaves: [
      ['posts', '', '就业（公益性岗位就业）', '易地扶贫搬迁后续就业', '就业'],
      ['industry', '', '易地扶贫搬迁后续产业', '易地搬迁后续产业', '产业'],
    ],
  },
  {
    id: 'ecology',
    ordinal: '四',
    name: '生态经济发展',
    aliases: ['生态经济帮扶', '生态帮扶', '生态扶贫', '生态经济发展提升'],
    // 表4-4 begins at （二）; （一） and （四） are named in the text beside it only (handbook 3.3).
    leaves: [
      ['rangers', '（一）', '生态护林员', '护林员'],
      ['oil', '（二）', '木本粮油产业', '木本粮油'],
      ['understory', '（三）', '林下经济产业', '林下经济'],
      ['reforestation', '（四）', '新增退耕还林还草', '退耕还林还草', '退耕还林'],
    ],
  },
  {
    id: 'infrastructure',
    ordinal: '五',
    name: '乡村基础设施建设',
    aliases: ['乡村基础设施', '基础设施建设', '乡村基础设施提升', '乡村基础设施建设提升'],
    leaves: [
      ['access-roads', '（一）', '进村道路硬化', '进村道路'],
      ['village-roads', '（二）', '村内道路硬化', '村内道路'],
      ['housing', '（三）', '住房安全巩固', '住房安全'],
      ['water', '（四）', '饮水安全巩固提升', '饮水安全', '饮水安全巩固'],
      ['environment', '（五）', '村庄人居环境整治', '人居环境整治', '农村人居环境整治'],
      ['fire', '（六）', '村组消防设施建设', '村组消防设施', '消防设施建设'],
      ['other', '（七）', '其他设施', '其他设施建设', '其它设施'],
    ],
  },
  {
    id: 'service',
    ordinal: '六',
    name: '乡村公共服务提升',
    aliases: ['乡村公共服务', '公共服务提升', '乡村公共服务巩固提升', '乡村基本公共服务提升'],
    leaves: [
      ['education', '（一）', '教育帮扶', '教育扶贫巩固提升', '教育巩固提升'],
      ['health', '（二）', '健康帮扶', '健康扶贫巩固提升', '健康巩固提升'],
      // （三） has no row in 表4-6; the text counts one project of it (D4).
      ['culture', '（三）', '文化帮扶', '文化扶贫'],
      ['science', '（四）', '科技帮扶', '科技扶贫'],
      [
        'elderly',
        '（五）',
        '村组敬老养老中心完善',
        '完善村组敬老养老中心',
        '村组敬老养老中心',
        '村组敬老中心完善',
        '村组敬老养老中心建设',
      ],
      // Printed without 生 in the plan's table (D12); the full wording is an alias.
      [
        'care',
        '（六）',
        '留守儿童、妇女、残疾人等活服务设施',
        '留守儿童、妇女、残疾人等生活服务设施',
        '留守儿童、妇女、残疾人等服务设施',
      ],
      ['key-villages', '（七）', '重点村建设', '重点村建设工程', '乡村振兴重点村建设'],
      ['collective', '（八）', '集体经济先行示范村建设', '集体经济示范村建设', '集体经济先行示范村'],
    ],
  },
];

const CITY_CLASSES: readonly (readonly [slug: string, ordinal: string, name: string, ...aliases: string[]])[] = [
  ['industry', '一', '乡村特色产业帮扶', '乡村特色产业'],
  ['employment', '二', '稳定就业帮扶', '稳定就业'],
  ['relocation', '三', '易地扶贫搬迁后续扶持', '易地扶贫搬迁后续帮扶'],
  ['ecology', '四', '生态经济发展', '生态经济帮扶'],
  ['infrastructure', '五', '乡村基础设施建设', '乡村基础设施'],
  ['service', '六', '乡村公共服务提升', '乡村基本公共服务提升'],
  ['key-villages', '七', '重点村建设', '重点村建设工程'],
  ['collective', '八', '村集体经济建设', '村级集体经济建设'],
];

function countyCategories(): Category[] {
  return COUNTY_CLASSES.flatMap(({ leaves, id: slug, ...top }): Category[] => {
    const id = `${COUNTY_SCHEME}.${slug}`;
    return [
      { ...top, id, scheme: COUNTY_SCHEME, parent: null, lastYear: null },
      ...leaves.map(
        ([leaf, ordinal, name, ...aliases]): Category => ({
          id: `${id}.${leaf}`,
          scheme: COUNTY_SCHEME,
          parent: id,
          ordinal,
          name,
          aliases,
          lastYear: null,
        }),
      ),
    ];
  });
}

export const CATEGORIES: readonly Category[] = [
  ...countyCategories(),
  ...CITY_CLASSES.map(
    ([slug, ordinal, name, ...aliases]): Category => ({
      id: `${CITY_SCHEME}.${slug}`,
      scheme: CITY_SCHEME,
      parent: null,
      ordinal,
      name,
      aliases,
      lastYear: null,
    }),
  ),
];

/**
 * County class -> city class; a leaf without a row of its own goes with its class. The city's 重点村建设 holds both
 * 重点村建设 and 集体经济先行示范村建设 of the county (5420.13 + 3136.1 = 8556, handbook 1.4); its 村集体经济建设
 * has no counterpart in the county's plan.
 */
export const MAPPINGS: readonly CategoryMapping[] = [
  ...COUNTY_CLASSES.map(({ id }) => ({ from: `${COUNTY_SCHEME}.${id}`, to: `${CITY_SCHEME}.${id}` })),
  { from: `${COUNTY_SCHEME}.service.key-villages`, to: `${CITY_SCHEME}.key-villages` },
  { from: `${COUNTY_SCHEME}.service.collective`, to: `${CITY_SCHEME}.key-villages` },
];
