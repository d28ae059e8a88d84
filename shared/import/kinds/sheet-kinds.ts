// The kinds of sheet that offices send, one entry each: its name, the words by which it is known, and what an import
// does with it. A new kind is one entry here; screen, command line, question and memory follow from it.

/**
 * What an import takes in of a kind: its projects, its figures as claims, its rows as 来源 and nothing else, or notices
 * beside them.
 */
export type TakenAs = 'projects' | 'claims' | 'source' | 'postings';

/** Words of a header and how much they say; each counts once a table. */
export interface HeaderSign {
  words: RegExp;
  points: number;
  /** Says so only in the column that names the rows. */
  isLabel?: boolean;
}

export interface KindSpec {
  id: string;
  /** As planners call it. */
  label: string;
  takenAs: TakenAs;
  headers: readonly HeaderSign[];
  title: { words: RegExp; points: number } | null;
  /** Headers by which a table of this kind is found in a sheet, beyond those of the project list. */
  vocabulary: string;
}

/** What happens to money once it is planned; @ stands for any of these words. */
const SPENT = '(?:支付|付款|拨款|支出|执行|兑付|兑现|使用|划拨|到位|到账)';
const spending = (pattern: string): RegExp => new RegExp(pattern.replaceAll('@', SPENT));
const sign = (points: number, words: RegExp): HeaderSign => ({ points, words });
const label = (points: number, words: RegExp): HeaderSign => ({ points, words, isLabel: true });

/** Headers are tested folded (no spaces, units, brackets), groups joined by ›: 变更前›项目名称. The first that fits counts. */
export const SHEET_KINDS = [
  { id: 'projects', label: '项目表', takenAs: 'projects', headers: [], title: null, vocabulary: '' },
  {
    id: 'progress',
    label: '进度表',
    takenAs: 'source',
    headers: [
      sign(2, spending('@(?:率|进度|比例|占比|百分比)')),
      sign(2, /拨付|报账/),
      sign(
        2,
        spending('(?:已|累计|实际|本月|本年|当年|未|待)@|(?<!计划|预计|拟|年度)@(?:金额|资金|数|额|情况)|(?:^|›)@$'),
      ),
      sign(
        2,
        /(?:形象|工程|施工|建设|实施|完成|项目|当前|目前)进度(?!计划)|(?:^|›)进度(?:百分比)?$|(?:当前|目前)(?:进展|状况|情况)/,
      ),
      sign(
        2,
        /完成投资|投资完成|完成(?:额|产值|工作量|工程量)|已完成|累计完成|月份?完成|实际(?:投资|造价)|›(?:完成|实际|累计)$/,
      ),
      sign(1.5, /招标|招投标|中标|合同|施工单位|监理/),
      sign(1, /占(?:年度)?计划/),
      sign(1.5, /结算(?:价|金额|审)|审定(?:金额|价)|决算/),
      sign(1.5, /(?:开工|竣工|完工|完成)率/),
      sign(1, /完成情况|进展|推进情况|工作动态/),
      sign(1, /验收(?:时间|日期|情况|结论)|是否(?:开工|完工|竣工|验收|支付)|(?:开工|完工|竣工)情况/),
      sign(1, /(?:项目|建设|当前|实施)状态|(?:^|›)状态$/),
      sign(1.5, /实际(?:开工|完工|竣工)/),
      sign(0.5, /^(?!.*(?:计划|预计|拟)).*开工(?:时间|日期|年月)/),
      sign(0.5, /^(?!.*(?:计划|预计|拟)).*(?:完工|竣工)(?:时间|日期|年月)/),
      sign(1, /结余|结转|剩余|未完成/),
      sign(0.5, /问题|困难|下一步|解决措施/),
    ],
    title: {
      words:
        /(?<!时间)进度(?!计划)|调度|[月旬周季]报|(?:支付|报账|拨付|支出|完成|执行|进展|推进|实施|使用|开工|决算)情况|(?:实施|工作|项目)进展|通报|截[至止]/,
      points: 2.5,
    },
    vocabulary:
      '形象进度 工程进度 实施进度 项目进度 已支付 已支付资金 支付金额 支付率 支付进度 累计支付 已拨付 拨付资金 已报账 报账金额 支出率 累计完成投资 结算价 审定金额 开工情况 进展情况 存在问题 到位资金 使用资金 已使用资金 使用率 已兑付 兑付率 付款比例 累计付款 剩余资金 中标价 合同金额 实际投资 实际开工时间 实际完工时间 开工率 竣工率 完成率 已支出',
  },
  {
    id: 'funds',
    label: '资金分配表、指标文表',
    takenAs: 'source',
    headers: [
      label(3, /资金名称|指标名称|资金批次|批次名称|指标文|^资金(?:来源|类别|性质|渠道|类型)$/),
      sign(2, /资金名称|指标名称/),
      sign(2, /指标文|上级文[号件]|来源文号/),
      sign(2, /(?:已|未|待)(?:分配|下达|安排)|分配率|下达率|收回/),
      sign(2, /(?:整合|收到)规模/),
      sign(2, /(?:功能|预算|经济|支出)(?:分类)?科目|^科目(?:编码|名称|代码)?$/),
      sign(1.5, /(?:资金|下达|批复|分配)文[号件]|^文号$/),
      sign(1.5, /下达(?:金额|资金|数|额)|指标(?:金额|额|数)|(?:收到|到账|到位)(?:金额|资金|数|日期|时间)/),
      sign(1.5, /分配(?:金额|资金|数|额)/),
      sign(1.5, /级次|资金级别/),
      sign(1, /用途|任务方向|资金方向|使用方向/),
      sign(1, /[收发]文(?:日期|时间)|下达(?:日期|时间)/),
    ],
    title: { words: /资金(?:分配|安排|下达|台账|指标|来源)|指标文/, points: 1 },
    vocabulary:
      '指标文号 上级文号 本级文号 文号 下达金额 下达日期 指标金额 财政资金名称 资金级次 级次 资金用途 用途 预算科目 功能科目 科目编码 已分配 未分配 分配金额 收文日期 资金批次 资金类别 资金渠道 资金性质 任务方向',
  },
  {
    id: 'changes',
    label: '变更（调整）表',
    takenAs: 'source',
    headers: [
      sign(2, /(?:变更|调整|调减|调增)前|^原(?:计划|项目|建设|投资|总投资|资金)/),
      sign(2, /(?:变更|调整)后/),
      sign(2, /(?:变更|调整|调减|调增|调出|调入|出库|退出|取消)(?:的)?(?:理由|原因|事由|依据)/),
      sign(2, /(?:变更|调整)(?:类型|类别|事项|内容|情况|方式)/),
      sign(1.5, /增减(?:额|资金|金额|情况)?$|调[增减](?:额|资金|金额|数)?$/),
    ],
    title: { words: /(?:变更|调整)(?:情况|对照|申请|审批|汇总|明细|备案)?(?:表|$)|调[增减]/m, points: 2 },
    vocabulary:
      '调整类型 变更类型 调整理由 调整原因 变更原因 变更事项 变更内容 调整内容 增减额 调增 调减 原总投资 调整前总投资 调整后总投资 变更前项目名称 变更后项目名称',
  },
  {
    id: 'goals',
    label: '绩效表',
    takenAs: 'source',
    headers: [
      sign(3, /一级指标/),
      sign(3, /二级指标/),
      sign(3, /三级指标/),
      sign(2, /年度指标值|指标值|目标完成值/),
      sign(2, /绩效指标|(?:数量|质量|时效|成本|产出|效益|满意度)指标/),
      sign(2, /偏差|未完成原因/),
      sign(1.5, /(?:年度)?总体目标|年度目标/),
      sign(1, /权重|分值|得分/),
      sign(1, /(?:经济|社会|生态|可持续)(?:效益|影响)/),
      sign(1, /完成值|完成情况|预算数|执行数|执行率/),
    ],
    title: { words: /绩效(?:目标)?(?:申报|自评|监控|评价|批复|汇总|设定|表)|自评表/, points: 3 },
    vocabulary:
      '绩效指标 年度指标值 实际完成值 全年完成值 权重 分值 得分 偏差原因分析及改进措施 偏差原因 产出指标 效益指标 满意度指标 数量指标 质量指标 时效指标 成本指标 总体目标 年度总体目标',
  },
  {
    id: 'assets',
    label: '资产台账',
    takenAs: 'source',
    headers: [
      sign(3, /资产(?:名称|编号|编码)/),
      sign(2, /资产(?:类别|类型|形态|状态|性质|分类|归属|权属)/),
      sign(2, /原值/),
      sign(2, /净值|折旧|评估值/),
      sign(2, /产权|确权|权属|所有权/),
      sign(2, /(?:使用|经营|收益).{0,3}权人?/),
      sign(1, /管护/),
      sign(1, /(?:购建|购置|建成|取得|形成)(?:时间|日期|年份)|使用年限/),
      sign(1, /移交|盘活|处置/),
      sign(0.5, /坐落|数量|计量单位|规格/),
    ],
    title: { words: /资产.{0,8}(?:台账|登记|清单|明细|汇总|移交|清查|表)/, points: 3 },
    vocabulary:
      '资产名称 资产编号 资产类别 资产类型 资产状态 资产形态 资产原值 原值 净值 坐落 坐落位置 购建时间 建成时间 产权归属 产权人 所有权人 所有权 确权时间 使用权人 经营权人 收益权人 管护责任人 管护主体 规格型号 使用年限',
  },
  {
    id: 'indicators',
    label: '指标表',
    takenAs: 'source',
    headers: [
      label(3, /^(?:主要|规划|任务|核心)?指标(?:名称)?$/),
      sign(2, /^(?:主要|规划|任务|核心)?指标(?:名称)?$/),
      sign(2, /基期|基准值|现状值|基础值|基数/),
      sign(2, /目标值|(?:规划|年度|终期|五年)目标$/),
      sign(2, /指标属性|^属性$|约束性|预期性/),
      sign(2, /(?:实际|完成)值|时序进度|应达/),
      sign(1, /指标(?:类别|类型|单位|编号)/),
      sign(1, /数据来源|责任部门|牵头部门/),
    ],
    title: { words: /主要指标|(?:规划|发展|任务|目标)指标|指标(?:体系|表|完成|监测|情况)/, points: 2 },
    vocabulary:
      '指标名称 主要指标 规划指标 指标类别 指标属性 属性 基期值 现状值 目标值 规划目标 实际值 完成值 数据来源',
  },
  {
    id: 'villages',
    label: '村情表',
    takenAs: 'source',
    headers: [
      sign(3, /集体(?:经济|经营性)?(?:总|纯)?收入|集体经济/),
      sign(2, /村庄分类|村庄类型|(?:是否)?(?:重点村|示范村|脱贫村)/),
      sign(1.5, /村民小组|自然村|小组数|党员|劳动力|耕地|林地/),
      sign(1, /^(?!.*(?:受益|带动|惠及|覆盖|名称|收入)).*(?:户数|总户|农户)/),
      sign(1, /^(?!.*(?:受益|带动|惠及|覆盖|收入)).*(?:人口|人数)/),
      sign(1, /^(?!.*(?:受益|带动|惠及|覆盖)).*(?:脱贫户|监测户|监测对象|低保|风险)/),
      sign(1, /^村名|^村社区?$|^行政村|^村委会/),
      sign(1, /可支配收入|人均(?:纯)?收入/),
    ],
    title: {
      words: /村情|村基本情况|(?:行政村|各村|村级|村庄).{0,6}(?:情况|台账|基础表)|集体经济.{0,6}(?:情况|统计|台账)/,
      points: 2.5,
    },
    vocabulary:
      '村名 村委会 总户数 总人口 户籍人口 常住人口 脱贫户 脱贫人口 监测户 监测人口 监测对象 集体经济收入 集体经营性收入 村集体收入 村集体经济收入 村庄分类 村民小组数 自然村数 耕地面积 劳动力 党员人数 农村居民人均可支配收入',
  },
  {
    id: 'notices',
    label: '公示台账',
    takenAs: 'postings',
    headers: [
      sign(3, /公[示告](?:事项|名称|标题|项目|内容)/),
      sign(2, /公[示告].{0,3}(?:开始|起)|公[示告](?:时间|日期|期)/),
      sign(2, /公[示告].{0,3}(?:结束|截止|止)/),
      sign(2, /公[示告].{0,2}(?:地点|载体|方式|位置|范围|渠道|媒体|形式)|^载体$/),
      sign(1.5, /公[示告](?:级别|层级|类型|阶段|单位)/),
      sign(2, /天数/),
      sign(2, /异议|群众(?:意见|反映)|反映情况/),
      sign(1, /处理结果|监督电话|举报电话|经办人/),
    ],
    title: { words: /公[示告].{0,4}(?:台账|登记|情况|统计|一览)/, points: 3 },
    vocabulary:
      '公示事项 公示内容 公示名称 公示时间 公示期 公示开始时间 公示结束时间 公示起 公示止 公示起止时间 公示地点 公示载体 公示方式 公示级别 公示天数 天数 公示单位 异议 异议情况 处理结果 公告时间 公告名称 监督电话',
  },
  {
    id: 'payments',
    label: '凭证、支付明细',
    takenAs: 'source',
    headers: [
      sign(3, /凭证|记账/),
      sign(3, /收款(?:人|单位|方|账户|户名)?|开户行/),
      sign(2, /摘要/),
      sign(2, /(?:支付|付款|拨款|支出)(?:日期|时间)/),
      sign(2, /付款(?:金额|单位|方|人)?|实付|支付(?:金额|方式)|拨款金额/),
      sign(2, /借方|贷方|余额/),
      sign(1, /发票|用款单位|经办人|^日期$/),
    ],
    title: { words: /(?:支付|付款|拨款|报账|支出)(?:明细|清单|台账|流水)|凭证|序时账|明细账/, points: 3 },
    vocabulary:
      '凭证号 凭证编号 凭证字号 记账日期 记账凭证号 收款人 收款单位 收款方 付款单位 付款日期 付款金额 支付日期 支付时间 支付方式 借方 贷方 借方金额 贷方金额 余额 用款单位 开户行',
  },
  { id: 'summary', label: '汇总表', takenAs: 'claims', headers: [], title: null, vocabulary: '' },
  { id: 'other', label: '其他表', takenAs: 'source', headers: [], title: null, vocabulary: '' },
] as const satisfies readonly KindSpec[];

/** A kind that a table can be told or said to be. `other`: a person said that it is none of the others. */
export type SheetKind = (typeof SHEET_KINDS)[number]['id'];

/** `unknown`: it cannot be told; nothing of the table is taken in until somebody says. */
export type TableKind = SheetKind | 'unknown';

const BY_ID: ReadonlyMap<string, KindSpec> = new Map(SHEET_KINDS.map((kind) => [kind.id, kind]));

export function isSheetKind(text: string | undefined): text is SheetKind {
  return text !== undefined && BY_ID.has(text);
}

/** 进度表, 项目表 …; 不能确定 for `unknown`. */
export function kindLabel(kind: TableKind): string {
  return BY_ID.get(kind)?.label ?? '不能确定';
}

/** What comes in of a table; null: nothing, it is not known what the table is. */
export function takenAs(kind: TableKind): TakenAs | null {
  return BY_ID.get(kind)?.takenAs ?? null;
}

/** All header words by which tables of these kinds are found. */
export const KIND_VOCABULARY: readonly string[] = SHEET_KINDS.flatMap(({ vocabulary }) =>
  vocabulary === '' ? [] : vocabulary.split(' '),
);
