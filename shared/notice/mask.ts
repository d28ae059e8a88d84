// Hides personal data in what is put up for everybody to read (公示): names, mobile numbers, identity and bank cards.
// Amounts, quantities and document numbers stay: a number is hidden only where its own check digits or the word before
// it say what it is.

export interface MaskChoice {
  names: boolean;
  phones: boolean;
  identities: boolean;
  bankCards: boolean;
}

export const MASK_ALL: MaskChoice = { names: true, phones: true, identities: true, bankCards: true };

/** '王**' of 王小明, '王*' of 王明; 欧阳** of a double surname. A text that is no Chinese name stays as it is. */
export function maskName(name: string): string {
  const parts = name.split(/([、，,;；/\s]+)/);
  return parts
    .map((part) => (/^\p{Script=Han}{2,4}$/u.test(part) && !isOffice(part) ? hideGiven(part) : part))
    .join('');
}

const DOUBLE_SURNAMES =
  /^(欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|司徒|端木|南宫|夏侯|轩辕|长孙|独孤|申屠|闻人|澹台)./u;

function hideGiven(name: string): string {
  const surname = DOUBLE_SURNAMES.test(name) ? name.slice(0, 2) : name.slice(0, 1);
  return surname + '*'.repeat(name.length - surname.length);
}

/** An office or a role in a column of names. */
function isOffice(text: string): boolean {
  return /(局|委|会|办|站|所|中心|公司|政府|街道|镇|乡|村|组|部|院|科|股|负责人|主任|书记|村民|业主|待定)$/u.test(text);
}

/** '138****1234' */
export function maskPhone(text: string): string {
  // A mobile number may come as +86 138 0000 1234 or 138-0000-1234, but never as part of a longer number.
  return text.replace(
    /(?<![\d.,])((?:\+?86[- ]?)?1[3-9]\d)([- ]?)(\d{4})([- ]?)(\d{4})(?![\d,]|\.\d)/gu,
    (...found: string[]) => {
      const [, head = '', first = '', , second = '', tail = ''] = found;
      return `${head}${first}****${second}${tail}`;
    },
  );
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether 18 characters are an identity card number: region, a day that exists, and the check digit (GB 11643). */
export function isIdentity(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/i.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDay || year < 1900 || year > 2100) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** Whether 16 to 19 digits are a card number: issuer 3 to 6 or 9, and the Luhn digit. */
export function isBankCard(digits: string): boolean {
  if (!/^[34569]\d{15,18}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const own = at % 2 === 1 ? digit * 2 : digit;
    sum += own > 9 ? own - 9 : own;
  }
  return sum % 10 === 0;
}

/** 前六后四. */
function hideMiddle(text: string): string {
  return text.slice(0, 6) + '*'.repeat(Math.max(0, text.length - 10)) + text.slice(-4);
}

const LONG_NUMBER = /(?<![\d.,A-Za-z])\d(?:[ -]?\d){13,20}[Xx]?(?![\dA-Za-z]|\.\d)/gu;
const IDENTITY_WORD = /(身份证|身份号码|证件)\p{Script=Han}{0,4}[：:\s]*$/u;
const CARD_WORD = /(卡号|账号|帐号|账户|帐户|银行卡|一卡通|开户)\p{Script=Han}{0,4}[：:\s]*$/u;

/** The commonest surnames: what follows 负责人： and does not begin with one of them is no name (另行通知). */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤普矣柏业鲁李施飞师岳矣沐沙木和保纳者刀罕岩艾欧上司诸皇慕令';
const NAME_AFTER_WORD = new RegExp(
  `((?:户主|姓名|联系人|负责人|责任人|经办人|法人代表|法定代表人|法人|养殖户|种植户|贷款人|受益人|监护人)(?:姓名)?[：:]\\s*|(?:户主|姓名)\\s+)([${SURNAMES}]\\p{Script=Han}{1,3})(?!\\p{Script=Han})`,
  'gu',
);

/** Without these no pattern below fits: most texts of a plan hold neither a long number nor a named person. */
const MAY_HOLD = /\d(?:[ -]?\d){9}|[：:]|户主|姓名/u;

/** Hides personal data in a text of several sentences. */
export function maskText(text: string, choice: MaskChoice = MASK_ALL): string {
  if (!MAY_HOLD.test(text)) return text;
  let result = text.replace(LONG_NUMBER, (number, at: number) => {
    const digits = number.replace(/[ -]/g, '');
    const before = text.slice(Math.max(0, at - 12), at);
    const saysIdentity = IDENTITY_WORD.test(before) && /^(\d{15}|\d{17}[\dXx])$/.test(digits);
    if (choice.identities && (isIdentity(digits) || saysIdentity)) return hideMiddle(digits);
    if (choice.bankCards && (isBankCard(digits) || (CARD_WORD.test(before) && digits.length >= 15)))
      return hideMiddle(digits);
    return number;
  });
  if (choice.phones) result = maskPhone(result);
  if (choice.names) {
    result = result.replace(NAME_AFTER_WORD, (_, word: string, name: string) =>
      isOffice(name) ? word + name : word + hideGiven(name),
    );
  }
  return result;
}

/** 18 characters with a day of birth in them, whatever the check digit: a slip of the pen makes it no less a person's. */
const LIKE_IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\dX])/iu;

/** Whether a text holds somebody's telephone, identity or bank card number. */
export function holdsPersonalNumber(text: string): boolean {
  return maskText(text, { ...MASK_ALL, names: false }) !== text || LIKE_IDENTITY.test(text);
}
