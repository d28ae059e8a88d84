// Projects that two counties report: a project that moved from one to the other, or one that both list.
import { NAMELESS, type Project } from '../domain/project.ts';
import type { Region } from '../domain/reference.ts';
import type { PlaceReader } from '../places/place-key.ts';
import { bareText } from '../values/fold-text.ts';
import { wanText, ZERO } from '../values/money.ts';

export interface CountyPair {
  /** The project that came in now, and the one that another county has or had. */
  now: Project;
  other: Project;
  /** The other county has given it up with the same import. */
  isMove: boolean;
}

/** Names that many counties use say nothing by themselves. */
const LONG_NAME = 8;

/**
 * Pairs between `added` projects and those of other counties: of one name, and of one place, or one content and amount, or a
 * long name and one amount. `withdrawn` are those that other counties give up with this import.
 */
export function pairsAcross(
  added: readonly Project[],
  list: readonly Project[],
  withdrawn: ReadonlySet<string>,
  places: PlaceReader,
): CountyPair[] {
  const wanted = new Set(added.map(({ name }) => bareText(name)));
  wanted.delete('');
  const others = Map.groupBy(
    [...list, ...added].filter(({ name }) => wanted.has(bareText(name))),
    ({ name }) => bareText(name),
  );
  const order = new Map(added.map((project, index) => [project, index]));
  return added.flatMap((now): CountyPair[] => {
    const found = (others.get(bareText(now.name)) ?? []).find(
      (other) =>
        other.regionCode !== now.regionCode &&
        // Of two that came in together each pair is told once.
        (order.get(other) ?? -1) < (order.get(now) ?? 0) &&
        isAlike(now, other, places),
    );
    return found ? [{ now, other: found, isMove: withdrawn.has(found.id) }] : [];
  });
}

function isAlike(a: Project, b: Project, places: PlaceReader): boolean {
  const [placeA, placeB] = [places.keyOf(a.town, a.village), places.keyOf(b.town, b.village)];
  if (placeA.joined !== '' && placeA.joined === placeB.joined) return true;
  if (a.amounts.total === null || a.amounts.total !== b.amounts.total) return false;
  const content = bareText(a.content ?? '');
  return (content !== '' && content === bareText(b.content ?? '')) || bareText(a.name).length >= LONG_NAME;
}

/** With both counties, places and amounts. */
export function pairSentence({ now, other, isMove }: CountyPair, regions: readonly Region[]): string {
  const words = ({ regionCode, town, village, amounts }: Project): string => {
    const county = regions.find(({ code }) => code === regionCode)?.name ?? regionCode;
    return `${county}${town ?? ''}${village ?? ''} ${wanText(amounts.total ?? ZERO)} 万元`;
  };
  const name = now.name || NAMELESS;
  return isMove
    ? `“${name}”由${words(other)} 改列到 ${words(now)}：原来的撤回，作为新项目收，说明和标记不随着走，请核对。`
    : `“${name}”两个县都报了：${words(other)}，${words(now)}。是划转还是重复，请核对后去掉一个；确是两个项目的不用改。`;
}
