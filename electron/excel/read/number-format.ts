// Number format codes: which of them make a number a date, with the built-in ids as Chinese Excel and WPS use them.

/** Built-in ids; 27 to 36 and 50 to 58 are the date and time formats of the Chinese edition. */
const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0;¥-#,##0',
  6: '¥#,##0;[Red]¥-#,##0',
  7: '¥#,##0.00;¥-#,##0.00',
  8: '¥#,##0.00;[Red]¥-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The code of a built-in id, '' for General and unknown ids. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? '';
}

export type FormatKind = 'number' | 'date' | 'time';

/**
 * What a format code shows. `0"年"` is a number, yyyy"年"m"月" a date, h:mm a time; elapsed time ([h]:mm) is a number.
 * A General inside a custom code (General"万元", G/通用格式) is a number.
 */
export function formatKind(code: string): FormatKind {
  const section = visibleLetters(code);
  if (/\[(h+|m+|s+)\]/i.test(code)) return 'number';
  if (/[yegb]/.test(section)) return 'date';
  if (/[0#?]/.test(section.replace(/s\.0+/g, 's'))) return 'number';
  if (section.includes('d')) return 'date';
  if (!section.includes('m')) return /[hs]/.test(section) ? 'time' : 'number';
  return /[hs]/.test(section) ? 'time' : 'date';
}

/** The first section in lower case without quoted text, escapes, brackets, fillers, AM/PM and General. */
function visibleLetters(code: string): string {
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/\[[^[\]]*\]/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/general|G\/通用格式/gi, '0')
    .replace(/am\/pm|a\/p/gi, 'h')
    .replace(/e[+-]/gi, '0')
    .toLowerCase();
  return bare.split(';')[0] ?? '';
}
