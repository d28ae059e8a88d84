// Responsible units (责任单位) in the cells of a list: found in the plan's list of units by name, short names and the place
// in front (红塔区乡村振兴局, 区乡村振兴局, 乡村振兴局), and followed to those that took over their work.
import type { PlanInfo, ReferenceData, Region } from './reference.ts';

/** 责任单位 of the plan. Its names hold from its first to its last year (null: no end); then `successor` does its work. */
export interface Agency {
  id: string;
  name: string;
  aliases: readonly string[];
  from: number | null;
  to: number | null;
  /** Id of the unit that took over; null: none. */
  successor: string | null;
}

/** One unit of a cell that may name several. */
export interface NamedAgency {
  /** As written. */
  text: string;
  /** The place in front of the name: 区, 红塔区; ''. */
  prefix: string;
  /** null: not in the list of units. */
  agency: Agency | null;
}

export interface AgencyReader {
  /** The units of a cell in their order, and what stands between them. */
  read(cell: string): { units: NamedAgency[]; between: string[] };
  /** The name without the place in front: what 区水利局 and 红塔区水利局 have in common. */
  bare(text: string): string;
  /** Who does the work of a unit in a year; null: today, as far as the list knows. */
  inYear(agency: Agency, year: number | null): Agency;
  /** The cell with units by the names of those that do their work now: what belongs together is called the same. */
  canonical(cell: string): string;
}

const BETWEEN = /([、，,；;／/|\n]+)/;

/** Without blanks and with half-width letters, as names are compared. */
export function foldAgency(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

type PlanOf = { plan: Pick<PlanInfo, 'regionCode'>; reference: Pick<ReferenceData, 'regions' | 'agencies'> };

/** What may stand before a unit of the plan's own office, longest first; '' last. */
function prefixesOf(regions: readonly Region[], regionCode: string): string[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const namesOf = ({ name, aliases }: Region): string[] => [name, ...aliases];
  const own = byCode.get(regionCode);
  if (!own) return [''];
  const names = namesOf(own);
  const above: string[] = [];
  let at = own.parent === null ? undefined : byCode.get(own.parent);
  for (; at; at = at.parent === null ? undefined : byCode.get(at.parent)) {
    const words = namesOf(at);
    above.push(...words, ...above.flatMap((below) => words.map((word) => word + below)));
  }
  // 区农业农村局 is the district's own; 市农业农村局 in a district's list is the city's, and another unit.
  const level = /[省市县区旗州盟]$/.exec(own.name)?.[0];
  const all = [
    ...names,
    ...above.flatMap((word) => names.map((name) => word + name)),
    ...(level ? [level, `本${level}`] : []),
  ];
  return [...new Set(all.map(foldAgency))].sort((a, b) => b.length - a.length).concat('');
}

const readers = new WeakMap<readonly Agency[], Map<string, AgencyReader>>();

/** The reader of a plan's units; the same one as long as the list is. */
export function agencyReader({ plan, reference }: PlanOf): AgencyReader {
  const known = readers.get(reference.agencies) ?? new Map<string, AgencyReader>();
  readers.set(reference.agencies, known);
  const found = known.get(plan.regionCode);
  if (found) return found;
  const made = makeReader(reference.agencies, prefixesOf(reference.regions, plan.regionCode));
  known.set(plan.regionCode, made);
  return made;
}

function makeReader(agencies: readonly Agency[], prefixes: readonly string[]): AgencyReader {
  const byId = new Map(agencies.map((one) => [one.id, one]));
  const byName = new Map<string, Agency>();
  const learn = (text: string, agency: Agency): void => {
    const key = foldAgency(text);
    if (key !== '' && !byName.has(key)) byName.set(key, agency);
  };
  const bareOf = (text: string): string => {
    const folded = foldAgency(text);
    return folded.slice((prefixes.find((one) => folded.startsWith(one)) ?? '').length);
  };
  // Whole names before names without their place: 市农业局 as an alias means just that.
  for (const agency of agencies) for (const text of [agency.name, ...agency.aliases]) learn(text, agency);
  for (const agency of agencies) for (const text of [agency.name, ...agency.aliases]) learn(bareOf(text), agency);
  const find = (text: string): NamedAgency => {
    const folded = foldAgency(text);
    for (const prefix of ['', ...prefixes]) {
      if (!folded.startsWith(prefix)) continue;
      const agency = byName.get(folded.slice(prefix.length));
      if (agency) return { text, prefix, agency };
    }
    return { text, prefix: '', agency: null };
  };
  const inYear = (agency: Agency, year: number | null): Agency => {
    const seen = new Set([agency.id]);
    let at = agency;
    while (at.successor !== null && (year === null || (at.to ?? year) < year)) {
      const next = byId.get(at.successor);
      if (!next || seen.has(next.id)) break;
      seen.add(next.id);
      at = next;
    }
    return at;
  };
  const read: AgencyReader['read'] = (cell) => {
    const parts = cell.split(BETWEEN);
    return {
      units: parts.filter((_, index) => index % 2 === 0).map((text) => find(text.trim())),
      between: parts.filter((_, index) => index % 2 === 1),
    };
  };
  const canonicals = new Map<string, string>();
  const makeCanonical = (cell: string): string => {
    if (agencies.length === 0) return cell.trim();
    const { units } = read(cell);
    if (units.every(({ agency }) => agency === null)) return cell.trim();
    const names = units
      .map(({ agency, text }) => (agency ? inYear(agency, null).name : text))
      .filter((name) => name !== '');
    return [...new Set(names)].join('、');
  };
  return {
    read,
    bare: bareOf,
    inYear,
    canonical(cell) {
      let name = canonicals.get(cell);
      if (name === undefined) {
        name = makeCanonical(cell);
        canonicals.set(cell, name);
      }
      return name;
    },
  };
}

/** '（2021—2024年）', '（到2024年）'; '' for a unit without years. */
export function agencyYears({ from, to }: Pick<Agency, 'from' | 'to'>): string {
  if (from === null) return to === null ? '' : `到 ${to} 年`;
  return to === null ? `${from} 年起` : `${from}—${to} 年`;
}
