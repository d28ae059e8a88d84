// The content security policy, and that it stands before everything else in a printed document.
import { describe, expect, it } from 'vitest';
import { PAGE_HEADERS, PRINT_POLICY, pagePolicy, signPage, withPrintPolicy } from '#electron/web/policy.ts';

const META = `<meta http-equiv="Content-Security-Policy" content="${PRINT_POLICY}">`;

describe('the policy of a page', () => {
  const policy = pagePolicy('abc');
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule] as const));

  it('forbids what is not named, and code from anywhere but our files', () => {
    expect(rules.get('default-src')).toBe("default-src 'none'");
    expect(rules.get('script-src')).toBe("script-src 'self'");
    expect(rules.get('connect-src')).toBe("connect-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('lets in style elements with the nonce only, attributes all', () => {
    expect(rules.get('style-src')).toBe("style-src 'self' 'nonce-abc'");
    expect(rules.get('style-src-attr')).toBe("style-src-attr 'unsafe-inline'");
    expect(policy.match(/unsafe-inline/g)).toHaveLength(1);
    expect(PAGE_HEADERS['Content-Security-Policy']).toContain("style-src 'self';");
  });

  it('has another nonce in every answer, the same in page and header', () => {
    const pages = [signPage('<meta nonce="%STYLE-NONCE%">'), signPage('<meta nonce="%STYLE-NONCE%">')];
    const nonces = pages.map(({ html }) => /nonce="([^"%]{20,})"/.exec(html)?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    for (const [at, { headers }] of pages.entries()) {
      expect(headers['Content-Security-Policy']).toContain(`'nonce-${nonces[at]}'`);
    }
  });
});

describe('withPrintPolicy', () => {
  it.each([
    ['<!doctype html><html><head><title>甲</title>', `<!doctype html><html><head>${META}<title>甲</title>`],
    ['<!DOCTYPE html>\n<html><HEAD lang="zh"><p>', `<!DOCTYPE html>\n<html><HEAD lang="zh">${META}<p>`],
    ['<!doctype html><p>甲 $& $1</p>', `<!doctype html>${META}<p>甲 $& $1</p>`],
    ['<p>甲</p>', `${META}<p>甲</p>`],
    ['<header>甲</header>', `${META}<header>甲</header>`],
  ])('puts it first in %s', (html, expected) => {
    expect(withPrintPolicy(html)).toBe(expected);
  });
});
