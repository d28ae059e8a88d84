// The words by which offices all over the country name kinds of money, beyond the names that a plan gives its sources:
// pairs of 东西部协作 in force since 2021 and before, levels of government, kinds of debt. Read for every plan, printed in none.

/** A source that a word names or comes near to. */
export interface FundWord {
  /** Id of the source in the frame that new plans get. */
  id: string;
  /** 'name': it is that source; 'part': taken for it and told; 'near': only proposed. */
  surety: 'name' | 'part' | 'near';
}

/** Who helps (东部) and who is helped (西部), by the letters of the pairs; 2021 and those of 2016–2020. */
const HELPERS = '京津沪苏浙闽鲁粤辽杭甬';
const HELPED = '蒙冀甘陇陕秦青川蜀宁渝桂黔贵滇云鄂湘吉藏疆新';
const PAIR = `(?:[${HELPERS}][${HELPED}]|[${HELPED}][${HELPERS}])`;
const PAIR_ALONE = new RegExp(`^${PAIR}$`);
/** Provinces and cities that help, where they are written out: 东西部协作（青岛）, 上海帮扶资金. */
const EAST =
  '(?:北京|天津|上海|江苏|浙江|福建|山东|广东|辽宁|大连|南京|苏州|无锡|杭州|宁波|福州|厦门|济南|青岛|广州|深圳|佛山|东莞|珠海|中山)';
const HELP = '(?:扶贫协作|对口协作|对口帮扶|结对帮扶|劳务协作|协作|帮扶)';

/** Words for a level of government at the start of a heading, as the names of sources write them. */
const LEVELS: readonly (readonly [level: string, words: string])[] = [
  ['central', '中央|国家级?'],
  ['province', '自治区本?级?|省本?级|省'],
  ['county', '市县区?级?|市区级|县市区?级?|县区级?|区县级?|县本?级|县|旗县区?级?|旗本?级|旗|区本?级|区'],
  ['city', '州市级?|市州级?|[市州盟]本?级|[市州盟]|地区级?'],
];

const FISCAL =
  /^(?:财政)?(?:(?:专项)?(?:巩固)?(?:衔接|推进乡村振兴|乡村振兴衔接)(?:推进)?(?:乡村振兴)?|乡村振兴|常态化(?:精准)?帮扶|专项扶贫|扶贫专项|扶贫)(?:专项|补助|发展|帮扶|衔接)*(?:资金)?$/;
/** 乡村振兴 or 扶贫 alone says what the money is for, not that it is money. */
const IS_MONEY = /资金|补助|专项|财政|衔接|常态化/;
const BUDGET = /^(?:财政|专项|补助|预算内?|安排|投入|转移支付|统筹|支农|涉农)+(?:资金|投资|投入)?$/;
const OWN = /^(?:财政)?(?:自筹|配套|自有)(?:资金|投入)?$/;

const NAMES: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['other.east-west', new RegExp(`东西部?(?:扶贫|对口|结对|财政)*(?:协作|帮扶|援助)|^${PAIR}${HELP}`)],
  ['other.east-west', new RegExp(`^${PAIR}(?:援助)?(?:资金)?$|^${EAST}[省市]?${HELP}|^${HELP}(?:资金)?${EAST}`)],
  ['other.designated', /^(?:中央|国家|省|市|单位|部委|机关|企业|高校)*(?:单位|机关|企业)?(?:定点|驻村)(?:帮扶|扶贫)/],
  ['other.debt', /(?:地方|政府|专项|一般|新增|再融资)(?:政府)?(?:专项|一般)?债/],
  [
    'other.loan',
    /^(?:银行|金融|金融机构|信贷|政策性|农发行|国开行|农信社|商业|小额|信用社)+(?:信贷|贷款|融资)(?:资金)?$/,
  ],
  [
    'other.owner',
    /^社会(?:资本|投资|资金|投入)(?:资金|投入)?$|^(?:企业|业主|项目业主|经营主体|市场主体|合作社|公司|龙头企业|社会|民间|民营)+(?:自筹|自投|自有|资本|投资|投入|出资|配套)(?:资金|投资|部分)?$/,
  ],
  [
    'other.people',
    /^(?:群众|农户|农民|村民|个人|受益户|农牧民|牧民|居民|老百姓)+(?:自筹|自投|自有|投入|出资|筹资|集资)(?:资金|部分)?$/,
  ],
  ['other.donation', /^(?:社会|企业|爱心|慈善)*(?:捐赠|捐助|捐款|募捐)(?:资金|款)?$/],
  ['other.relocation', /^易地(?:扶贫)?搬迁(?:后续扶持|后扶|后续|专项|补助)*资金$/],
  ['integrated', /^(?:统筹)?整合(?:使用)?(?:财政)?(?:涉农|支农)|^(?:财政)?(?:涉农|支农)(?:统筹|整合)|^统筹整合/],
  ['sector', /^(?:行业|部门|行业主管部门|主管部门)+(?:专项|项目|投入|整合|配套|补助)*(?:资金|投入)?$/],
];

/** Money with rules of its own that no source of a new plan stands for; the nearest one is proposed. */
const NEAR: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['fiscal', /以工代赈|少数民族发展|欠发达国有|衔接|扶贫|乡村振兴|常态化帮扶/],
  ['other.debt', /债/],
  ['other.loan', /贷|融资/],
  ['sector', /中央预算内|预算内投资|水利|交通|农田|教育|卫生|林草|住建|行业|部门/],
  ['other.owner', /企业|业主|招商|社会|民间|合作社|主体/],
  ['other.people', /群众|农户|农民|村民|个人/],
  ['other.designated', /定点|驻村/],
  ['other.donation', /捐/],
  ['integrated', /整合|涉农|统筹/],
  ['county', /^(?:县|区|旗).*(?:自筹|配套|财政|资金)/],
];

/** Words that say that a figure is money put into a project, whoever gives it. */
const MONEY =
  /资金|投资|金额|经费|配套|自筹|补助|帮扶|协作|对口|贷款|债|款$|专项|资本|债|财政|衔接|整合|涉农|统筹|扶持|奖补|筹资|捐赠|融资|出资|集资|投入|投劳|投工|筹劳|补贴|赞助|预算内|以工代赈|援[疆藏青建助]|支援|公益金/;
/** Money that a project brings, costs or was valued at, and measures of money. */
const NOT_PUT_IN =
  /产值|产出|收入|收益|增收|效益|利润|销售|营收|税|分红|工资|报酬|劳务|资产|租金|保费|管理费|人均|户均|亩均|村均|均价|余额|利息|限额|额度上限|标准|单价|造价|强度|成本|审减|[率%％]|比例|占比|面积|数量|[户人口村]数?$|个数|次数|电话|[文编]号|代码|时间|日期|年限|期限|方式$|对象$|名称|责任|单位$|绩效|文件/;

/** True where the words of a column speak of money put into projects. */
export function isFundWord(word: string): boolean {
  return MONEY.test(word) && !NOT_PUT_IN.test(word);
}

/** True where words that may stand over money say that it is none of the plan's: 年产值, 村集体收益, 亩均投资. */
export function isOtherFigure(word: string): boolean {
  return NOT_PUT_IN.test(word);
}

/**
 * The source that a folded header word names, by what is usual in the country; undefined for none. Whether the plan has
 * that source is for the caller to look up; words that the plan gives its sources itself go before these.
 */
export function fundWord(word: string): FundWord | undefined {
  if (!isFundWord(word) && !PAIR_ALONE.test(word)) return undefined;
  const named = NAMES.find(([, pattern]) => pattern.test(word));
  // 东西部协作及定点帮扶 is money of two kinds in one column.
  if (named) return { id: named[0], surety: /.[及和与]./.test(word) ? 'near' : 'name' };
  return ofLevel(word) ?? nearest(word);
}

/** 自治区财政衔接资金, 县级财政专项, 旗自筹: the level in front, and what is left. */
function ofLevel(word: string): FundWord | undefined {
  for (const [level, words] of LEVELS) {
    const rest = new RegExp(`^(?:${words})(?=.)(.+)$`).exec(word)?.[1];
    if (rest === undefined) continue;
    if (FISCAL.test(rest) && IS_MONEY.test(rest)) {
      // 市县衔接资金 is of two levels in one column.
      const isMixed = level === 'county' && /^(?:市县|县市|旗县)/.test(word);
      return { id: `fiscal.${level}`, surety: isMixed ? 'part' : 'name' };
    }
    if (OWN.test(rest) && level === 'county') return { id: 'county', surety: 'name' };
    if (!BUDGET.test(rest)) continue;
    if (level === 'central') return { id: /预算内/.test(rest) ? 'sector' : 'fiscal.central', surety: 'near' };
    if (level === 'province') return { id: 'other.province', surety: 'name' };
    return { id: level === 'city' ? 'other.fiscal' : 'county', surety: 'part' };
  }
  return FISCAL.test(word) && IS_MONEY.test(word) ? { id: 'fiscal', surety: 'name' } : undefined;
}

function nearest(word: string): FundWord | undefined {
  const near = NEAR.find(([, pattern]) => pattern.test(word));
  return near ? { id: near[0], surety: 'near' } : undefined;
}
