// What of a project is compared with others: made once for each project object.
import type { Fen } from '#shared/domain/money.ts';
import { type Project, startYear } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { compactText } from '#shared/import/fold-text.ts';
import { bareVillage, makeNameReader, type NameCore } from './name-core.ts';

export interface Signature extends NameCore {
  project: Project;
  grams: ReadonlySet<string>;
  region: string;
  /** By one name for all its spellings; '' where it is not stated. */
  town: string;
  village: string;
  year: number | null;
  /** 建设内容 without spaces and signs; '' where it is blank. */
  content: string;
  contentGrams: ReadonlySet<string>;
  contentNumbers: string;
  total: Fen | null;
  code: string;
}

const MOST_CONTENT = 300;

/** Pairs of neighbouring letters; a single letter stands for itself. */
export function gramsOf(text: string): ReadonlySet<string> {
  if (text.length < 2) return new Set(text === '' ? [] : [text]);
  const grams = new Set<string>();
  for (let at = 0; at < text.length - 1; at += 1) grams.add(text.slice(at, at + 2));
  return grams;
}

type Maker = (project: Project) => Signature;
const makers = new WeakMap<ReferenceData['regions'], Maker>();

/** The signature maker under the regions of a plan; remembers what it made of each project. */
export function signatureMaker({ regions }: Pick<ReferenceData, 'regions'>): Maker {
  const known = makers.get(regions);
  if (known) return known;
  const towns = new Map(
    regions
      .filter(({ level }) => level === 'town')
      .flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [compactText(alias), name] as const)),
  );
  const readName = makeNameReader(
    regions.filter(({ level }) => level !== 'village').flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const made = new WeakMap<Project, Signature>();
  const maker: Maker = (project) => {
    const found = made.get(project);
    if (found) return found;
    const written = compactText(project.town ?? '');
    const village = bareVillage(project.village);
    const content = compactText((project.content ?? '').slice(0, MOST_CONTENT)).replace(/[\p{P}\p{S}]/gu, '');
    const words = content.replace(/\d+/g, '');
    const name = readName(project.name, [written, village]);
    const signature: Signature = {
      ...name,
      project,
      grams: gramsOf(name.core),
      region: project.regionCode,
      town: towns.get(written) ?? written,
      village,
      year: startYear(project),
      content,
      contentGrams: gramsOf(words),
      contentNumbers: (compactText(project.content ?? '').match(/\d+(?:\.\d+)?/g) ?? []).join(' '),
      total: project.amounts.total,
      code: compactText(project.code ?? ''),
    };
    made.set(project, signature);
    return signature;
  };
  makers.set(regions, maker);
  return maker;
}
