// Faults of responsible units: no name, two that would be called the same, years the wrong way round, successors that are not
// there or lead in a circle.
import { type Agency, agencyYears, foldAgency } from '../domain/agencies.ts';
import type { FrameFault } from './faults.ts';
import type { Frame } from './frame.ts';

export function agencyFaults(before: Frame, after: Frame): FrameFault[] {
  if (before.agencies === after.agencies) return [];
  const byId = new Map(after.agencies.map((one) => [one.id, one]));
  const gone = new Map(before.agencies.filter(({ id }) => !byId.has(id)).map((one) => [one.id, one]));
  const holders = new Map<string, Agency>();
  const seen = new Set<string>();
  return after.agencies.flatMap((one): FrameFault[] => {
    const faults: FrameFault[] = [];
    const fault = (message: string): void => {
      faults.push({ part: 'agencies', id: one.id, message });
    };
    const { id, name, from, to, successor } = one;
    if (seen.has(id)) fault(`单位的代码“${id}”有两个。代码不能重复，请改一个，新增的可以留空。`);
    seen.add(id);
    if (name.trim() === '') fault('有一个单位没有名称。请填写名称，不要的请删除。');
    if (from !== null && to !== null && from > to)
      fault(`单位“${name}”从 ${from} 年到 ${to} 年，起止颠倒了。请改过来。`);
    for (const text of [name, ...one.aliases]) {
      const key = foldAgency(text);
      const twin = holders.get(key);
      if (key !== '' && twin && twin !== one)
        fault(
          `“${text}”既是单位“${twin.name}”的名称或别名，又是“${name}”的，分不清是哪一个。请删去一处，是同一个单位的请合并。`,
        );
      else holders.set(key, one);
    }
    if (successor === null) return faults;
    const next = byId.get(successor);
    if (!next)
      fault(
        `单位“${name}”的职能划入“${gone.get(successor)?.name ?? successor}”，但单位表中没有它。请先添上它，或改为别的单位。`,
      );
    else if (isInCircle(one, byId))
      fault(`单位“${name}”的职能划入“${next.name}”，划来划去绕成了一圈。请把其中一个改为没有后续单位。`);
    else if (to !== null && next.to !== null && next.to < to)
      fault(
        `单位“${name}”${agencyYears(one)}，它划入的“${next.name}”却${agencyYears(next)}，先没有了。请核对两个单位的年份。`,
      );
    return faults;
  });
}

function isInCircle(one: Agency, byId: ReadonlyMap<string, Agency>): boolean {
  const seen = new Set<string>();
  for (let at = one.successor; at !== null && !seen.has(at); at = byId.get(at)?.successor ?? null) {
    if (at === one.id) return true;
    seen.add(at);
  }
  return false;
}
