// The types of the national project library (国家项目库类型) in three levels, as offices have used them since 2021; the
// wording varies by year, so aliases hold the other ones (handbook 3.2). How the county's six classes count among them
// follows handbook 3.3.

import type { Category, CategoryMapping, CategoryScheme } from '#shared/domain/reference.ts';
import { chineseOrdinal } from '#shared/values/numerals.ts';

export const NATIONAL_SCHEME = 'national';

export const NATIONAL_SCHEME_ENTRY: CategoryScheme = { id: NATIONAL_SCHEME, name: '国家项目库类型' };

type Group = readonly [slug: string, names: string, leaves: string];
type Top = readonly [slug: string, names: string, groups: readonly Group[]];

/** Names and aliases are parted by |, leaves by ；. */
const TYPES: readonly Top[] = [
  [
    'industry',
    '产业发展|产业发展项目|产业项目',
    [
      [
        'production',
        '生产项目',
        '种植业基地|种植业；养殖业基地|养殖业；水产养殖业发展；林草基地建设；休闲农业与乡村旅游；光伏电站建设',
      ],
      ['processing', '加工流通项目', '农产品仓储保鲜冷链基础设施建设；加工业；市场建设和农村物流；品牌打造和展销平台'],
      ['facilities', '配套设施项目|配套基础设施项目', '小型农田水利设施建设；产业园（区）'],
      ['support', '产业服务支撑项目', '智慧农业；科技服务；人才培养；农业社会化服务'],
      [
        'finance',
        '金融保险配套项目',
        '小额贷款贴息|小额信贷贴息；小额信贷风险补偿金；特色产业保险保费补助；新型经营主体贷款贴息；其他',
      ],
      ['courtyard', '高质量庭院经济', '庭院特色种植；庭院特色养殖；庭院特色手工；庭院特色休闲旅游；庭院生产生活服务'],
      ['collective', '新型农村集体经济发展项目|新型农村集体经济', '新型农村集体经济发展项目'],
    ],
  ],
  [
    'employment',
    '就业项目|就业',
    [
      ['subsidy', '务工补助', '交通费补助；生产奖补、劳务补助等'],
      ['training', '就业|就业培训', '帮扶车间（特色手工基地）建设；技能培训；以工代训'],
      ['startup', '创业', '创业培训；创业奖补'],
      ['artisans', '乡村工匠', '乡村工匠培育培训；乡村工匠大师工作室；乡村工匠传习所'],
      ['posts', '公益性岗位', '公益性岗位'],
    ],
  ],
  [
    'construction',
    '乡村建设行动|乡村建设',
    [
      [
        'infrastructure',
        '农村基础设施（含产业配套基础设施）|农村基础设施',
        '村庄规划编制（含修编）；农村道路建设（通村路、通户路、小型桥梁等）|农村道路建设；产业路、资源路、旅游路建设；农村供水保障设施建设；农村电网建设；数字乡村建设；农村清洁能源设施建设；农业农村基础设施中长期贷款贴息；其他',
      ],
      [
        'environment',
        '人居环境整治',
        '农村卫生厕所改造（户用、公共厕所）|农村卫生厕所改造；农村污水治理；农村垃圾治理；村容村貌提升',
      ],
      [
        'services',
        '农村公共服务',
        '学校建设或改造（含幼儿园）；村卫生室标准化建设；农村养老设施建设（养老院、幸福院、日间照料中心等）|农村养老设施建设；公共照明设施；开展县乡村公共服务一体化示范创建；其他（便民综合服务设施、文化活动广场、体育设施、村级客运站、农村公益性殡葬设施等）|其他',
      ],
    ],
  ],
  [
    'relocation',
    '易地搬迁后扶|易地扶贫搬迁后扶|易地搬迁后续扶持',
    [['relocation', '易地搬迁后扶', '公共服务岗位；“一站式”社区综合服务设施建设；易地扶贫搬迁贷款债券贴息补助']],
  ],
  [
    'guarantees',
    '巩固三保障成果|巩固“三保障”成果',
    [
      ['housing', '住房', '农村危房改造等农房改造'],
      ['education', '教育', '享受“雨露计划”职业教育补助|雨露计划；参与“学前学会普通话”行动；其他教育类项目'],
      [
        'health',
        '健康',
        '参加城乡居民基本医疗保险；参加大病保险；参加意外保险；参加其他补充医疗保险；接受医疗救助；接受大病、慢性病（地方病）救治',
      ],
      [
        'welfare',
        '综合保障',
        '享受农村居民最低生活保障；参加城乡居民基本养老保险；享受特困人员救助供养；接受留守关爱服务；接受临时救助；防贫保险（基金）',
      ],
    ],
  ],
  [
    'governance',
    '乡村治理和精神文明建设|乡村治理',
    [
      ['governance', '乡村治理', '开展乡村治理示范创建；推进“积分制”“清单式”等管理方式'],
      [
        'culture',
        '农村精神文明建设',
        '培养“四有”新时代农民；移风易俗改革示范县（乡、村）；科技文化卫生“三下乡”；农村文化项目',
      ],
    ],
  ],
  ['management', '项目管理费', [['management', '项目管理费', '项目管理费']]],
  ['other', '其他', [['other', '其他', '少数民族特色村寨建设项目；困难群众饮用低氟边销茶；其他']]],
];

/** A lowest level that only repeats the name over it says nothing. */
function build(id: string, parent: string | null, ordinal: string, text: string): Category {
  const [name = '', ...aliases] = text.split('|');
  return { id, scheme: NATIONAL_SCHEME, parent, ordinal, name, aliases, lastYear: null };
}

export const NATIONAL_CATEGORIES: readonly Category[] = TYPES.flatMap(([slug, names, groups], at) => {
  const top = build(`${NATIONAL_SCHEME}.${slug}`, null, chineseOrdinal(at + 1), names);
  return [
    top,
    ...groups.flatMap(([group, groupNames, leaves], index) => {
      const middle = build(`${top.id}.${group}`, top.id, `（${chineseOrdinal(index + 1)}）`, groupNames);
      const lowest = leaves
        .split('；')
        .filter((leaf) => leaf !== middle.name)
        .map((leaf, number) => build(`${middle.id}.${number + 1}`, middle.id, String(number + 1), leaf));
      return top.name === middle.name && lowest.length === 0 ? [] : [middle, ...lowest];
    }),
  ];
});

const to = (from: string, target: string): CategoryMapping => ({
  from: `county.${from}`,
  to: `${NATIONAL_SCHEME}.${target}`,
});

export const NATIONAL_MAPPINGS: readonly CategoryMapping[] = [
  to('industry', 'industry'),
  to('industry.planting', 'industry.production'),
  to('industry.breeding', 'industry.production'),
  to('industry.processing', 'industry.processing'),
  to('industry.services', 'industry.production'),
  to('industry.loans', 'industry.finance'),
  to('industry.consumption', 'industry.processing'),
  to('employment', 'employment'),
  to('employment.posts', 'employment.posts'),
  to('employment.migrant', 'employment.subsidy'),
  to('employment.startup', 'employment.startup'),
  to('employment.skills', 'employment.training'),
  to('relocation', 'relocation'),
  to('ecology', 'industry.production'),
  to('ecology.rangers', 'employment.posts'),
  to('infrastructure', 'construction.infrastructure'),
  to('infrastructure.housing', 'guarantees.housing'),
  to('infrastructure.environment', 'construction.environment'),
  to('service', 'construction.services'),
  to('service.education', 'guarantees.education'),
  to('service.health', 'guarantees.health'),
  to('service.culture', 'governance.culture'),
  to('service.science', 'industry.support'),
  to('service.collective', 'industry.collective'),
];
