// How formulas are written: shown beside the list while no rule is open.

const PARTS: readonly (readonly [title: string, examples: readonly string[], words: string])[] = [
  [
    '审核每个项目',
    ['总投资 >= 10', '完工年 >= 开工年', '受益人数 / 受益户数 <= 8', '2021年 + 2022年 = 总投资'],
    '直接写栏目、资金来源、年度。金额单位是万元，也可写 5000元、2亿元。空格不审核；要求必填请写“不为空”。相加是否相等按四舍五入的尾差放宽，与 T01 相同。',
  ],
  [
    '只审核一部分',
    ['如果 规划类别 = "种植业" 那么 联农带农机制 不为空', '产业类 受益户数 >= 1'],
    '“如果 … 那么 …”，或把类别、乡镇写在最前面。',
  ],
  [
    '合起来审核',
    ['产业类 衔接资金占比 >= 60%', '种植业 个数 >= 10', '合计(总投资, 建设性质 = "新建") <= 5亿元'],
    '合计、占比、个数、平均、最大、最小；括号里逗号后面写条件。',
  ],
  [
    '每个乡镇、每类、每年分别审核',
    ['每个乡镇 总投资合计 <= 50000', '每类 个数 >= 1', '每年 总投资占比 <= 30%'],
    '每个乡镇、每个村、每类、每个小类、每年、每个责任单位。',
  ],
  [
    '文字和连接',
    ['项目名称 不包含 "办公楼"', '建设性质 属于 (新建、扩建)', '总投资 > 400 并且 责任单位 为空'],
    '=、≠、包含、不包含、属于、为空、不为空；并且、或者、不是、括号。全角、半角都可以。',
  ],
];

export function RuleGuide() {
  return (
    <div className="xj-rule-guide" data-testid="rule-guide">
      <h2>公式怎么写</h2>
      {PARTS.map(([title, examples, words]) => (
        <section key={title}>
          <h3>{title}</h3>
          {examples.map((example) => (
            <code key={example}>{example}</code>
          ))}
          <p>{words}</p>
        </section>
      ))}
    </div>
  );
}
