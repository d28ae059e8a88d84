// Goals offered from what the project says of itself (SPECS C1): quantities of its content, its money, the people it is for.
import type { Project } from '../domain/project.ts';
import { type Goal, type GoalIndicator, NO_GOAL_MONEY } from '../records/goal.ts';
import { wanText } from '../values/money.ts';

const UNITS =
  '公里|千米|米|亩|平方米|立方米|㎡|m²|座|个|户|口|台|套|盏|株|头|只|羽|棚|间|人次|人|吨|处|条|栋|幢|块|组|辆|眼';
const QUANTITY = new RegExp(
  `^([^\\d]{0,30}?)(?:约|共|各)?(\\d[\\d,]{0,12}(?:\\.\\d{1,4})?)(${UNITS})([^\\d，。；、]{0,12})`,
);
const VERBS =
  /^(?:其中|项目|计划|拟|共|新建|修建|建设|改造|改建|扩建|新增|购买|购置|采购|安装|铺设|种植|养殖|架设|硬化|实施|开展|完成|发放|配套|建成|和|及|、|：|:)+/;
const MOST = 5;

function indicator(
  part: Pick<GoalIndicator, 'level' | 'kind' | 'name' | 'target' | 'origin'> & { isCore?: boolean },
): GoalIndicator {
  return { isCore: false, weight: null, midway: '', actual: '', reason: '', ...part };
}

/** Each clause of the content that counts something: 修建灌溉渠 2.6 公里. */
export function quantitiesIn(content: string): { name: string; target: string }[] {
  const found = content
    .replace(/\s+/g, '')
    .split(/[，,。；;、\n]/)
    .flatMap((clause) => {
      const [, before = '', number, unit, after = ''] = QUANTITY.exec(clause) ?? [];
      if (number === undefined || unit === undefined || Number(number.replaceAll(',', '')) === 0) return [];
      const noun = (before.replace(VERBS, '') || after).replace(/[（(:：].*$/, '').trim();
      const verb = VERBS.exec(before)?.[0] ?? '';
      const name =
        noun === ''
          ? ''
          : `${verb.replace(/^(?:其中|项目|计划|拟|共|和|及|、|：|:)+/, '')}${noun.replace(/[长宽]$/, '')}`;
      return name.length < 2
        ? []
        : [{ name: withMeasure(name, unit), target: `≥${number.replaceAll(',', '')}${unit}` }];
    });
  const names = new Set<string>();
  return found.filter(({ name }) => !names.has(name) && names.add(name)).slice(0, MOST);
}

/** What of it is counted, where the name does not say so. */
function withMeasure(name: string, unit: string): string {
  if (/(?:数量?|面积|长度|里程|容积|容量|规模|产量)$/.test(name)) return name;
  if (/^(?:亩|平方米|㎡|m²)$/.test(unit)) return `${name}面积`;
  if (/^(?:公里|千米|米)$/.test(unit)) return `${name}长度`;
  if (unit === '立方米') return `${name}容积`;
  return /^(?:人次|人|户)$/.test(unit) ? `${name}数` : `${name}数量`;
}

/** The goals of a project in a year as it tells them; what it does not say is not made up. */
export function proposeGoal(project: Project, year: number): Goal {
  const { content, households, people, poorPeople, villages } = project;
  const { byYear, total } = project.amounts;
  const money = byYear[String(year)] ?? total;
  const own = quantitiesIn(content ?? '').map(({ name, target }, at) =>
    indicator({ level: '产出', kind: '数量', name, target, origin: 'content', isCore: at === 0 }),
  );
  const field = (part: Omit<Parameters<typeof indicator>[0], 'origin'>): GoalIndicator =>
    indicator({ ...part, origin: 'field' });
  const benefit =
    poorPeople !== null && poorPeople > 0
      ? [
          field({
            level: '效益',
            kind: '社会效益',
            name: '受益脱贫（监测）人口数',
            target: `≥${poorPeople}人`,
            isCore: true,
          }),
        ]
      : people !== null && people > 0
        ? [field({ level: '效益', kind: '社会效益', name: '受益人口数', target: `≥${people}人`, isCore: true })]
        : households !== null && households > 0
          ? [field({ level: '效益', kind: '社会效益', name: '受益户数', target: `≥${households}户`, isCore: true })]
          : villages !== null && villages > 0
            ? [field({ level: '效益', kind: '社会效益', name: '受益村数', target: `≥${villages}个`, isCore: true })]
            : [];
  return {
    ...{ projectId: project.id, year, annualGoal: project.goal?.trim() ?? '', annualResult: '', executionReason: '' },
    ...NO_GOAL_MONEY,
    totalFen: money ?? null,
    indicators: [
      ...own,
      field({ level: '产出', kind: '质量', name: '项目（工程）验收合格率', target: '=100%' }),
      field({ level: '产出', kind: '时效', name: '项目（工程）完成及时率', target: '≥100%' }),
      ...(money === null || money === undefined
        ? []
        : [field({ level: '产出', kind: '成本', name: '项目投资', target: `≤${wanText(money)}万元` })]),
      ...benefit,
      field({ level: '满意度', kind: '服务对象满意度', name: '受益群众满意度', target: '≥95%', isCore: true }),
    ],
  };
}
