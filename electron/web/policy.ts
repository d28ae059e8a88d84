// The content security policy: one for the window in both hosts, one for pages that are only printed.
import { randomBytes } from 'node:crypto';

/** Where the nonce stands in index.html and host.html. */
const NONCE_PLACE = '%STYLE-NONCE%';

/**
 * Sent as a header by the app:// protocol and by the loopback host. Code only from our files. <style> elements only with
 * the nonce of this answer (the grid and the component library write some), or none; style attributes stay allowed, drawings
 * and printed pages place everything with them.
 */
export function pagePolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A printed page holds words from imported sheets: nothing in it may run or load. */
export const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** The headers of every answer; a page has the policy with its nonce in place of this one. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': pagePolicy(null),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** A page as it is sent: with a nonce of its own in it and in its header. */
export function signPage(html: string): { html: string; headers: Readonly<Record<string, string>> } {
  const nonce = randomBytes(16).toString('base64');
  return {
    html: html.replaceAll(NONCE_PLACE, nonce),
    headers: { ...PAGE_HEADERS, 'Content-Security-Policy': pagePolicy(nonce) },
  };
}

/** Puts the print policy at the start of a document, before anything in it is read. */
export function withPrintPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${PRINT_POLICY}">`;
  const head = /<head(\s[^>]*)?>/i;
  if (head.test(html)) return html.replace(head, (tag) => tag + meta);
  // A meta element before <html> would open an implied head: the policy still comes first.
  const doctype = /^\s*<!doctype[^>]*>/i;
  return doctype.test(html) ? html.replace(doctype, (tag) => tag + meta) : meta + html;
}
