// All words of a document made fit for XML before anything is built of them: the one place that every text passes.
import { xmlText } from '#shared/values/xml-text.ts';

/** The same value with every text in it made fit; what needs no change is handed on as it is. */
export function withWritableTexts<T>(value: T): T {
  return change(value) as T;
}

function change(value: unknown): unknown {
  if (typeof value === 'string') return xmlText(value);
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) {
    const items = value.map(change);
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  const entries = Object.entries(value);
  const changed = entries.map(([key, item]) => [key, change(item)] as const);
  return changed.every(([, item], at) => item === entries[at]?.[1]) ? value : Object.fromEntries(changed);
}
