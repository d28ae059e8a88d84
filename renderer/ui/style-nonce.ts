// The page's <style> elements carry the nonce of the page, which its server makes anew for every answer: what a text
// brought into the page by any hole adds no style. Scripts are our own files only, so whatever they make is ours: the grid,
// the component library, and parts of both that take no nonce.

/** The nonce of this page; '' where it is served without. The browser hides the attribute from selectors, not from us. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Gives every <style> element that a script makes from here on the nonce of the page. To be called before all else. */
export function signStyles(): void {
  const nonce = pageNonce();
  if (nonce === '') return;
  const create = document.createElement;
  document.createElement = function createSigned(this: Document, name: string, options?: ElementCreationOptions) {
    const element = create.call(this, name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  } as typeof create;
}

/** A document of our own for a frame, which has the policy of the page: its style carries the nonce too. */
export function signedDocument(html: string): string {
  const nonce = pageNonce();
  return nonce === '' ? html : html.replace('<style>', `<style nonce="${nonce}">`);
}
