// What one cell says of a project: its name, what is built, and in brackets behind it money and years, as 项目变更表 prints it.

export interface ProjectWords {
  name: string;
  content: string;
}

const NAME_END = /[：:]/;
const MOST_NAME = 40;

/** `甲村水渠：修渠2公里（30 万元）` to its parts; without a colon the whole text is what is built. */
export function splitWords(text: string, places: readonly string[] = []): ProjectWords {
  let rest = text
    .replace(/\s*\n\s*/g, '')
    .replace(/[（(][^（）()]{0,99}万元[^（）()]{0,99}[)）]\s*$/, '')
    .trim();
  const place = places.find((one) => one !== '' && rest.startsWith(`${one} `));
  if (place !== undefined) rest = rest.slice(place.length).trim();
  const at = rest.search(NAME_END);
  if (at <= 0 || at > MOST_NAME) return { name: '', content: rest };
  return { name: rest.slice(0, at).trim(), content: rest.slice(at + 1).trim() };
}
