// The sentences of an evaluation, from the figures of its tables. A figure that is not known makes no sentence.

import { periodText } from '../domain/reference.ts';
import { type ProjectProgress, rateOf } from '../funds/figures.ts';
import { statusWords } from '../indicators/indicator-table.ts';
import { type IndicatorRow, indicatorRows } from '../indicators/rows.ts';
import type { EvaluationKind } from '../records/evaluation.ts';
import { formatWanFull } from '../values/money.ts';
import { changedByOrders } from './class-table.ts';
import { type EvaluationFacts, sumFen } from './facts.ts';
import { lateProjects } from './project-tables.ts';

const MOST_NAMED = 10;
const money = (fen: number): string => `${formatWanFull(sumFen([fen]))} 万元`;

/** 第一个、第二个等 12 个. */
function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return `${shown.join('、')}${names.length > MOST_NAMED ? `等 ${names.length} 个` : ''}`;
}

export function introduction(
  { data, asOf, printed }: EvaluationFacts,
  kind: EvaluationKind,
  officer: string,
): string[] {
  const { plan } = data;
  const what = { 年度: '年度实施情况', 中期: '中期评估', 总结: '总结评估' }[kind];
  const by = officer.trim() === '' ? '' : `${officer.trim()}组织开展`;
  return [
    `本报告是${plan.regionName}${plan.name}规划（${periodText(plan)}）的${what}，${by}${by === '' ? '' : '，'}数据截至 ${day(asOf)}。`,
    ...(printed === null
      ? []
      : [`对照的规划文本为“${printed.name}”，项目 ${printed.count} 个，投资 ${money(printed.totalFen)}。`]),
  ];
}

function day(iso: string): string {
  const [year, month, date] = iso.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
}

export function indicatorSentences({ data, year }: EvaluationFacts): string[] {
  const rows = indicatorRows(data, year).filter(({ indicator }) => indicator.inPlan);
  if (rows.length === 0) return ['规划没有列出指标。'];
  const binding = rows.filter(({ indicator }) => indicator.attribute === '约束性').length;
  const of = (...statuses: string[]): IndicatorRow[] =>
    rows.filter(({ judgement }) => statuses.includes(judgement.status));
  const counts = (['完成', '未完成', '已达终期目标', '达到进度', '滞后', '下降', '无法判断'] as const).flatMap(
    (status) => {
      const count = of(status).length;
      return count === 0 ? [] : [`${status} ${count} 项`];
    },
  );
  const behind = of('未完成', '滞后', '下降');
  const unclear = of('无法判断');
  return [
    `规划指标共 ${rows.length} 项，其中约束性 ${binding} 项、预期性 ${rows.length - binding} 项。按 ${year} 年实际值判断：${counts.join('，')}。`,
    ...(behind.length === 0
      ? []
      : [
          `没有达到要求的是：${behind
            .map(({ indicator, judgement }) => {
              const actual = judgement.actual ?? '——';
              return `${indicator.name}应达 ${judgement.expected ?? '——'}，实际 ${actual}，${statusWords(judgement)}`;
            })
            .join('；')}。`,
        ]),
    ...(unclear.length === 0
      ? []
      : [`不能判断的有 ${named(unclear.map(({ indicator }) => indicator.name))}，原因见表。`]),
  ];
}

export function projectSentences({ figures, known }: EvaluationFacts): string[] {
  const { projects } = figures;
  const plan = sumFen(projects.map(({ planFen }) => planFen));
  const first = `规划项目 ${projects.length} 个，规划投资 ${money(plan)}`;
  const count = (is: (one: ProjectProgress) => boolean): number => projects.filter(is).length;
  const share = (part: number): string => {
    const rate = rateOf(part, projects.length);
    return rate === null ? '' : `（占 ${rate}%）`;
  };
  const parts: string[] = [];
  if (known.released) {
    const released = count(({ byBatch }) => byBatch.size > 0);
    parts.push(
      `已下达资金的项目 ${released} 个${share(released)}，下达 ${money(sumFen(projects.map((one) => one.releasedFen)))}`,
    );
  }
  if (known.work) {
    const [started, finished] = [
      count(({ state }) => state === '已开工' || state === '已竣工'),
      count(({ state }) => state === '已竣工'),
    ];
    parts.push(`已开工 ${started} 个${share(started)}，其中竣工 ${finished} 个${share(finished)}`);
  }
  const said = projects.filter(({ project }) => known.done.has(project.id));
  if (said.length > 0) {
    const done = sumFen(said.map(({ doneFen }) => doneFen));
    const rate = rateOf(done, plan);
    parts.push(`完成投资 ${money(done)}${rate === null ? '' : `，完成率 ${rate}%`}`);
  }
  return parts.length === 0
    ? [`${first}。工作簿里没有录入资金下达、办理和进度，实施情况待补充。`]
    : [`${first}。${parts.join('；')}。`];
}

export function fundSentences({ figures, known, execution, asOf }: EvaluationFacts): string[] {
  if (!known.released) return ['没有录入资金批次，资金到位情况待补充。'];
  const arrived = sumFen(figures.batches.map(({ batch }) => batch.amountFen));
  const released = sumFen(figures.projects.map((one) => one.releasedFen));
  const paid = sumFen(figures.projects.map((one) => one.paidFen));
  const rate = known.paid ? rateOf(paid, released) : null;
  const fee = figures.feeFen === 0 ? '' : `，另安排项目管理费 ${money(figures.feeFen)}`;
  const count = figures.batches.length;
  const pays = known.paid ? `已支付 ${money(paid)}${rate === null ? '' : `，支付率 ${rate}%`}` : `没有录入支付`;
  const last = execution.payments.filter(({ date }) => date <= asOf).length;
  return [
    `截至评估日收到资金 ${count} 批，共 ${money(arrived)}；分配到项目 ${money(released)}${fee}。${pays}${last > 0 ? `（${last} 笔）` : ''}。`,
  ];
}

export function changeSentences(facts: EvaluationFacts): string[] {
  const { orders, printed } = facts;
  if (orders.length === 0) return [printed === null ? '没有登记印发稿和调整变更。' : '印发以后没有批复的调整变更。'];
  const { cancelled, added } = changedByOrders(facts);
  const items = orders.flatMap((order) => order.items);
  const other = items.filter(({ before, after }) => before.length > 0 && after.length > 0).length;
  const total = (side: 'before' | 'after'): number =>
    sumFen(items.flatMap((item) => item[side].map(({ amounts }) => amounts.total ?? 0)));
  const change = total('after') - total('before');
  const words = change === 0 ? '投资总额不变' : `投资${change > 0 ? '增加' : '减少'} ${money(Math.abs(change))}`;
  return [
    `印发以后批复调整变更 ${orders.length} 件：取消项目 ${cancelled.length} 个，新增 ${added.length} 个，调整 ${other} 项，${words}。`,
  ];
}

export function problemSentences(facts: EvaluationFacts): string[] {
  const late = lateProjects(facts);
  if (!facts.known.work) return [];
  if (late.length === 0) return ['没有按年限应开工而未开工、应完工而未竣工的项目。'];
  const idle = late.filter(({ why }) => why.includes('未开工')).length;
  const paused = late.filter(({ why }) => why === '暂缓').length;
  const rest = late.length - idle - paused;
  const parts = [
    idle > 0 ? `应开工未开工 ${idle} 个` : '',
    rest > 0 ? `应完工未竣工 ${rest} 个` : '',
    paused > 0 ? `暂缓 ${paused} 个` : '',
  ].filter((part) => part !== '');
  return [`按建设年限，${parts.join('、')}，涉及规划投资 ${money(sumFen(late.map(({ one }) => one.planFen)))}。`];
}
