// 文号 as papers are matched by: the text is kept as written, the key folds what only looks different (SPECS §3 rule 6).
import { compactText } from './fold-text.ts';

/** `财农[2021]19号` and `财农〔2021〕19号` have one key; '' for a blank. */
export function documentKey(text: string): string {
  return compactText(text)
    .replace(/[([{【〔［（]/g, '〔')
    .replace(/[)\]}】〕］）]/g, '〕')
    .replace(/第(?=\d+号)/g, '');
}
