// The words in which a plan speaks of its own projects and money. Between the name of a class and a figure they say nothing
// new — 种植业(计划安排建设项目)20个 — while any other word makes the figure one of something else: 就业(增收产值)20万元.

const WORDS: readonly string[] = [
  // What is counted.
  ...'项目 子项目 工程 建设 资金 投资 总投资 投入 金额 总额 总量 总数 数量 个数 规模 概算 估算 预算 匡算 经费 费用 款项'.split(
    ' ',
  ),
  ...'贴息资金 贴息 补助资金 专项 来源 类 大类 小类 类别 方面 领域 部分 分项 任务'.split(' '),
  // What is done.
  ...'计划 规划 拟 拟定 预计 预期 将 安排 实施 开展 组织 推进 新建 需 需要 所需 争取 整合 统筹 筹措 筹集 落实 列入 纳入 涉及 用于 用 使用 发放 提升 巩固 拓展 完善 加强 继续 重点 主要'.split(
    ' ',
  ),
  ...'增减 调整 下达 申报 储备 包含 包括 含 其中 分别 分 为 是 有 达 达到 到 共 共计 合计 总计 累计 总共 总 全 全部 各类 各项 各 该 此 本 上述 这'.split(
    ' ',
  ),
  // About how much, of what.
  ...'约 大约 近 超过 不低于 不少于 不超过 左右 以上 以下 以内 多 余 仅 只 占 比重 比例 占比 概数 元 万元 亿元 个 项'.split(
    ' ',
  ),
  ...'的 了 和 与 及 以及 等 在 于 由 从 至 对 按 以 即 则 也 均 中 内 期 期内 期间 时期 规划期 年度 年 月 底 前 后'.split(
    ' ',
  ),
  // Who speaks.
  ...'全区 全县 全市 全州 区 县 市 州 县级 区级 市级 衔接 有效衔接 脱贫攻坚成果 成果 同 乡村振兴 巩固拓展'.split(' '),
  ...'呈 呈现 趋势 态势 总体 基本 保持 每年 逐年 年均 各年 各年度 当年 五年 这五年'.split(' '),
];

const LONGEST_FIRST = [...new Set(WORDS)].sort((a, b) => b.length - a.length).join('|');
const SAYS_NOTHING = new RegExp(`${LONGEST_FIRST}|[\\s\\d.％%，、：:,“”"'（）()—～~\\-－＋+=]`, 'g');

/** True where a text holds nothing but words of this kind, or those of the title of the plan. One pass over the text. */
export function isPlanTalk(text: string, title = ''): boolean {
  const topic = text.replace(SAYS_NOTHING, '');
  return topic === '' || (topic.length > 1 && title.includes(topic));
}

/** What a text says beyond them: 计划投入的小额信用贷款 -> 小额信用贷款. */
export function topicOf(text: string): string {
  return text.replace(SAYS_NOTHING, '');
}
