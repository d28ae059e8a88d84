// What of a project is compared with others: made once for each project object.

import { type Project, startYear } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { type PlaceKey, placeReader } from '#shared/places/place-key.ts';
import { compactText } from '#shared/values/fold-text.ts';
import type { Fen } from '#shared/values/money.ts';
import { makeNameReader, type NameCore } from './name-core.ts';

export interface Signature extends NameCore {
  project: Project;
  grams: ReadonlySet<string>;
  region: string;
  place: PlaceKey;
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
  const places = placeReader(regions);
  const readName = makeNameReader(
    regions.filter(({ level }) => level !== 'village').flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const made = new WeakMap<Project, Signature>();
  const maker: Maker = (project) => {
    const found = made.get(project);
    if (found) return found;
    const place = places.keyOf(project.town, project.village);
    const content = compactText((project.content ?? '').slice(0, MOST_CONTENT)).replace(/[\p{P}\p{S}]/gu, '');
    let contentGrams: ReadonlySet<string> | undefined;
    let contentNumbers: string | undefined;
    const name = readName(project.name, [place.townName, compactText(project.town ?? ''), place.town, place.village]);
    const signature: Signature = {
      ...name,
      project,
      grams: gramsOf(name.core),
      region: project.regionCode,
      place,
      year: startYear(project),
      content,
      // Few projects are alike enough to be asked for these.
      get contentGrams() {
        contentGrams ??= gramsOf(content.replace(/\d+/g, ''));
        return contentGrams;
      },
      get contentNumbers() {
        contentNumbers ??= (compactText(project.content ?? '').match(/\d+(?:\.\d+)?/g) ?? []).join(' ');
        return contentNumbers;
      },
      total: project.amounts.total,
      code: compactText(project.code ?? ''),
    };
    made.set(project, signature);
    return signature;
  };
  makers.set(regions, maker);
  return maker;
}
