// The views of a province's database: 表2, 表3 and 调度表 over the counties whose plans are there. Money in 万元, exact.

export interface PublishView {
  name: string;
  comment: string;
  /** `$schema` stands for the schema. */
  sql: string;
}

/** A county's own workbook stands for it; a city's list of the same county and period then does not count. */
const COUNTS = `p.is_current AND NOT EXISTS (
    SELECT 1 FROM $schema.publication o
    WHERE o.is_current AND o.region_code = $county AND o.id <> p.id
      AND o.first_year = p.first_year AND o.last_year = p.last_year)`;

const counts = (county: string): string => COUNTS.replace('$county', county);
const wan = (sum: string): string => `(${sum})::numeric / 1000000`;
const rate = (part: string, whole: string): string =>
  `CASE WHEN ${whole} = 0 THEN NULL ELSE round(100 * (${part})::numeric / ${whole}, 2) END`;
const countIf = (what: string): string => `sum(CASE WHEN ${what} THEN 1 ELSE 0 END)`;
const sumIf = (what: string, fen: string): string => `sum(CASE WHEN ${what} THEN ${fen} ELSE 0 END)`;

/** In the order in which they are made. */
export const VIEWS: readonly PublishView[] = [
  {
    name: 'plan_project',
    comment: '现行规划的项目，每个县只算一次：县自己的工作簿先于市的',
    sql: `SELECT p.first_year, p.last_year, p.region_name AS published_by, p.as_of, j.*
FROM $schema.project j JOIN $schema.publication p ON p.id = j.publication_id
WHERE ${counts('j.county_code')}`,
  },
  {
    name: 'table2',
    comment: '表2：各类工程按县（市、区）的项目个数和投资；类别或县为“合计”的是各行之和',
    sql: `SELECT first_year AS "规划期首年", last_year AS "规划期末年",
  CASE WHEN grouping(upper_class) = 1 THEN '合计' ELSE upper_class END AS "类别",
  CASE WHEN grouping(county_code) = 1 THEN NULL ELSE county_code END AS "县代码",
  CASE WHEN grouping(county_code) = 1 THEN '合计' ELSE min(county_name) END AS "县（市、区）",
  count(*) AS "项目个数", ${wan('sum(counted_fen)')} AS "投资（万元）"
FROM $schema.plan_project
GROUP BY GROUPING SETS ((first_year, last_year, upper_class, county_code), (first_year, last_year, upper_class),
  (first_year, last_year, county_code), (first_year, last_year))`,
  },
  {
    name: 'table3',
    comment: '表3：各县（市、区）的资金来源；来源为“合计”的是投资和项目个数，县为“合计”的是各县之和',
    sql: `WITH money AS (
  SELECT j.first_year, j.last_year, j.county_code, j.county_name, s.source_name, s.position, s.amount_fen
  FROM $schema.plan_project j
  JOIN $schema.project_source s ON s.publication_id = j.publication_id AND s.project_id = j.project_id)
SELECT first_year AS "规划期首年", last_year AS "规划期末年",
  CASE WHEN grouping(county_code) = 1 THEN NULL ELSE county_code END AS "县代码",
  CASE WHEN grouping(county_code) = 1 THEN '合计' ELSE min(county_name) END AS "县（市、区）",
  source_name AS "资金来源", min(position) AS "顺序", NULL::bigint AS "项目个数",
  ${wan('sum(amount_fen)')} AS "投资（万元）"
FROM money
GROUP BY GROUPING SETS ((first_year, last_year, county_code, source_name), (first_year, last_year, source_name))
UNION ALL
SELECT first_year, last_year, CASE WHEN grouping(county_code) = 1 THEN NULL ELSE county_code END,
  CASE WHEN grouping(county_code) = 1 THEN '合计' ELSE min(county_name) END, '合计', 0, count(*),
  ${wan('sum(counted_fen)')}
FROM $schema.plan_project
GROUP BY GROUPING SETS ((first_year, last_year, county_code), (first_year, last_year))`,
  },
  {
    name: 'month_figures',
    comment: '调度表的各数，按县（市、区），没有合计和排名',
    sql: `SELECT p.first_year, p.last_year, g.county_code, min(p.as_of) AS as_of,
  ${countIf('g.as_of = p.as_of')} AS projects,
  ${countIf('g.as_of = p.as_of AND g.is_released')} AS released,
  ${countIf('g.as_of = p.as_of AND g.is_started')} AS started,
  ${countIf('g.as_of = p.as_of AND g.is_finished')} AS finished,
  ${countIf('g.as_of = p.as_of AND g.is_overdue')} AS overdue,
  ${sumIf('g.as_of = p.as_of', 'g.released_fen')} AS released_fen,
  ${sumIf('g.as_of = p.as_of', 'g.paid_fen')} AS paid_fen,
  ${sumIf('g.as_of = p.as_of AND g.is_industry', 'g.released_fen')} AS industry_fen,
  ${sumIf('g.as_of = p.month_before', 'g.released_fen')} AS last_released_fen,
  ${sumIf('g.as_of = p.month_before', 'g.paid_fen')} AS last_paid_fen
FROM $schema.progress g JOIN $schema.publication p ON p.id = g.publication_id
WHERE ${counts('g.county_code')}
GROUP BY p.first_year, p.last_year, g.county_code`,
  },
  {
    name: 'month_table',
    comment: '调度表：各县（市、区）到截至日的开工、竣工、下达、支付、产业占比、未分配、逾期，按支付率排名',
    sql: `WITH names AS (
  SELECT first_year, last_year, county_code, min(county_name) AS county_name FROM $schema.plan_project
  GROUP BY first_year, last_year, county_code),
unallocated AS (
  SELECT p.first_year, p.last_year, p.region_code AS county_code, sum(b.unallocated_fen) AS fen
  FROM $schema.fund_batch b JOIN $schema.publication p ON p.id = b.publication_id
  WHERE p.is_current AND p.region_level = 'county' GROUP BY p.first_year, p.last_year, p.region_code),
counties AS (
  SELECT m.*, coalesce(n.county_name, m.county_code) AS county_name, u.fen AS unallocated_fen
  FROM $schema.month_figures m
  LEFT JOIN names n ON n.first_year = m.first_year AND n.last_year = m.last_year AND n.county_code = m.county_code
  LEFT JOIN unallocated u ON u.first_year = m.first_year AND u.last_year = m.last_year AND u.county_code = m.county_code),
rows AS (
  SELECT first_year, last_year, county_code, county_name, as_of, projects, released, started, finished, overdue,
    released_fen, paid_fen, industry_fen, last_released_fen, last_paid_fen, unallocated_fen,
    CASE WHEN released_fen = 0 THEN NULL ELSE
      rank() OVER (PARTITION BY first_year, last_year ORDER BY CASE WHEN released_fen = 0 THEN 1 ELSE 0 END,
        ${rate('paid_fen', 'released_fen')} DESC) END AS place
  FROM counties
  UNION ALL
  SELECT first_year, last_year, NULL, '合计', max(as_of), sum(projects), sum(released), sum(started), sum(finished),
    sum(overdue), sum(released_fen), sum(paid_fen), sum(industry_fen), sum(last_released_fen), sum(last_paid_fen),
    sum(unallocated_fen), NULL
  FROM counties GROUP BY first_year, last_year)
SELECT first_year AS "规划期首年", last_year AS "规划期末年", county_code AS "县代码", county_name AS "县（市、区）",
  as_of AS "截至日", projects AS "项目数", started AS "开工", ${rate('started', 'released')} AS "开工率(%)",
  finished AS "竣工", ${wan('released_fen')} AS "下达资金（万元）", ${wan('paid_fen')} AS "已支付（万元）",
  ${rate('paid_fen', 'released_fen')} AS "支付率(%)", ${rate('industry_fen', 'released_fen')} AS "产业占比(%)",
  ${wan('unallocated_fen')} AS "未分配（万元）", overdue AS "逾期项目",
  ${rate('last_paid_fen', 'last_released_fen')} AS "上月支付率(%)",
  ${rate('paid_fen', 'released_fen')} - ${rate('last_paid_fen', 'last_released_fen')} AS "增幅(百分点)",
  place AS "排名"
FROM rows`,
  },
];
