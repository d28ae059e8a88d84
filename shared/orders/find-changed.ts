// The project that a paper on changes speaks of where it has no column for names: by place, and by what was to be built.

import type { Project } from '../domain/project.ts';
import { placeOf } from '../funds/list-place.ts';
import { documentKey } from '../values/document-number.ts';
import { bareText } from '../values/fold-text.ts';
import type { Fen } from '../values/money.ts';

/** Shorter words are in too many texts. */
const LEAST = 4;

export interface ChangedWords {
  place: string;
  text: string;
  paper: string;
  total: Fen | null;
}

/** The only project that fits, else those that may be meant. */
export function findChanged(projects: readonly Project[], words: ChangedWords): Project[] {
  const text = bareText(words.text);
  if (text === '') return [];
  const place = bareText(words.place);
  const here = place === '' ? projects : projects.filter((project) => isPlace(place, bareText(placeOf(project))));
  const named = here.filter(({ name, content }) => fits(text, bareText(name)) || fits(text, bareText(content ?? '')));
  return narrow(named, [
    ({ name, content }) => bareText(content ?? '') === text || bareText(name) === text,
    ({ name }) => text.startsWith(bareText(name)),
    ({ documentNumber }) => words.paper !== '' && documentKey(documentNumber ?? '') === documentKey(words.paper),
    ({ amounts }) => words.total !== null && amounts.total === words.total,
  ]);
}

function isPlace(a: string, b: string): boolean {
  const bare = (text: string): string => text.replace(/(?:村委会|社区|村)$/, '');
  return b !== '' && (bare(a).includes(bare(b)) || bare(b).includes(bare(a)));
}

function fits(text: string, own: string): boolean {
  return (own.length >= LEAST && text.includes(own)) || (text.length >= LEAST && own.includes(text));
}

/** Of several those for which a further word speaks, as long as some are left. */
function narrow(found: readonly Project[], tests: readonly ((project: Project) => boolean)[]): Project[] {
  let left = [...found];
  for (const test of tests) {
    if (left.length < 2) break;
    const better = left.filter(test);
    if (better.length > 0) left = better;
  }
  return left;
}
