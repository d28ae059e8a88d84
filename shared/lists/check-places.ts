// 审核 of lists of places against the class of the same name (rule K05).
import type { Finding } from '../checks/finding.ts';
import { plainFinding, projectName } from '../checks/wording.ts';
import type { PlanData } from '../records/plan-data.ts';
import { formatWanFull, subtractFen, wanText } from '../values/money.ts';
import { coverLists, placeName } from './place-coverage.ts';

const MOST_NAMED = 8;

function named(names: readonly string[]): string {
  return `${names.slice(0, MOST_NAMED).join('、')}${names.length > MOST_NAMED ? '……' : ''}`;
}

export function checkPlaces(data: PlanData): Finding[] {
  return coverLists(data).flatMap(({ list, ofClass }) => {
    if (!ofClass || ofClass.projects.length === 0) return [];
    const { name, id, projects, sum, outside, without } = ofClass;
    if (outside.length === 0 && without.length === 0) return [];
    const lost = outside.reduce((all, { amounts }) => all + (amounts.total ?? 0), 0);
    const inside = subtractFen(sum, lost as typeof sum);
    const parts = [
      ...(outside.length > 0 ? [`不在名单的村的项目 ${outside.length} 个：${named(outside.map(projectName))}`] : []),
      ...(without.length > 0
        ? [`名单内没有这一类别项目的 ${without.length} 个：${named(without.map(placeName))}`]
        : []),
    ];
    const message = `“${list}”名单与类别“${name}”不符：类别 ${projects.length} 个项目 ${formatWanFull(sum)} 万元，名单内 ${projects.length - outside.length} 个 ${formatWanFull(inside)} 万元，差 ${formatWanFull(subtractFen(sum, inside))} 万元。${parts.join('；')}。请核对名单、项目的地点和类别。`;
    const place = { table: '名单', row: list, column: name, categoryId: id };
    const difference = wanText(subtractFen(sum, inside));
    return [plainFinding('K05', 'warning', place, message, { left: wanText(inside), right: wanText(sum), difference })];
  });
}
