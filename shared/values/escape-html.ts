// Words of users in markup.
import { xmlText } from './xml-text.ts';

/** Text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return xmlText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
