// The content security policy, and that it stands before everything else in a printed document.
import { describe, expect, it } from 'vitest';
import { PAGE_POLICY, PRINT_POLICY, withPrintPolicy } from '#electron/web/policy.ts';

const META = `<meta http-equiv="Content-Security-Policy" content="${PRINT_POLICY}">`;

describe('PAGE_POLICY', () => {
  const rules = new Map(PAGE_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule] as const));

  it('forbids what is not named, and code from anywhere but our files', () => {
    expect(rules.get('default-src')).toBe("default-src 'none'");
    expect(rules.get('script-src')).toBe("script-src 'self'");
    expect(rules.get('connect-src')).toBe("connect-src 'self'");
    expect(PAGE_POLICY).not.toContain('unsafe-eval');
    expect(PAGE_POLICY.match(/unsafe-inline/g)).toHaveLength(1);
    expect(PAGE_POLICY).not.toMatch(/https?:|\*/);
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
