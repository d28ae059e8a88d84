// Own rules as a file that goes from workbook to workbook (自定义审核规则, JSON).
import { z } from 'zod';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import { nextOwnRuleId, type OwnRule, ownRuleSchema } from '../../records/own-rule.ts';
import { foldWidth } from './fold-width.ts';
import { parseFormula } from './parse-formula.ts';

const KIND = 'xianjie-own-rules';
const VERSION = 1;
const MOST_RULES = 1000;

const head = z.object({ kind: z.literal(KIND), version: z.number().int() });
const body = z.object({ rules: z.array(z.unknown()).min(1).max(MOST_RULES) });

/** The text of a file with these rules. */
export function writeRuleFile(rules: Iterable<OwnRule>): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, rules: [...rules] }, null, 2)}\n`;
}

/** The rules of a file, or the sentence why it is none. `name` is the file's name. */
export function readRuleFile(text: string, name: string): { rules: OwnRule[] } | { refused: string } {
  const refuse = (why: string) => ({ refused: `没有导入“${name}”：${why}` });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse('不是自定义审核规则文件，内容不是 JSON。请选择用“导出规则”写出的文件。');
  }
  const parsedHead = head.safeParse(json);
  if (!parsedHead.success) return refuse('不是自定义审核规则文件。请选择用“导出规则”写出的文件。');
  if (parsedHead.data.version > VERSION) {
    return refuse(`是更新版本的程序写的（格式 ${parsedHead.data.version}），请先升级本程序。`);
  }
  const parsedBody = body.safeParse(json);
  if (!parsedBody.success) return refuse(`文件里没有规则，或者超过 ${MOST_RULES} 条。`);
  const rules: OwnRule[] = [];
  for (const [index, item] of parsedBody.data.rules.entries()) {
    const rule = ownRuleSchema.safeParse(item);
    if (!rule.success) {
      const [issue] = rule.error.issues;
      const field = FIELD_NAMES[String(issue?.path[0])] ?? String(issue?.path[0] ?? '');
      const reason = issue?.message ?? '';
      return refuse(
        `第 ${index + 1} 条规则的${field}有误（${/\p{Script=Han}/u.test(reason) ? reason : '缺少或填写不对'}）。请改正文件后再导入。`,
      );
    }
    rules.push(rule.data);
  }
  return { rules };
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '名称',
  formula: '公式',
  level: '级别',
  note: '说明',
  on: '启用',
};

export interface RuleImport {
  added: { id: string; rule: OwnRule }[];
  /** Names of rules that are there already with the same formula. */
  known: string[];
  /** Added under another name, because another rule has theirs. */
  renamed: string[];
  /** Added switched off, because this plan does not have what they speak of; with the reason. */
  unclear: { name: string; reason: string }[];
}

/** Two formulas are one where they differ in spaces and in full or half width only. */
function bareFormula(formula: string): string {
  return foldWidth(formula).replace(/\s+/g, '');
}

/** What importing rules would add; nothing that is there is changed. */
export function planRuleImport(
  existing: ReadonlyMap<string, OwnRule>,
  incoming: readonly OwnRule[],
  plan: PlanInfo,
  reference: ReferenceData,
): RuleImport {
  const result: RuleImport = { added: [], known: [], renamed: [], unclear: [] };
  const formulas = new Set([...existing.values()].map(({ formula }) => bareFormula(formula)));
  const names = new Set([...existing.values()].map(({ name }) => name));
  const ids = new Set(existing.keys());
  for (const rule of incoming) {
    const formula = bareFormula(rule.formula);
    if (formulas.has(formula)) {
      result.known.push(rule.name);
      continue;
    }
    formulas.add(formula);
    const name = freeName(rule.name, names);
    if (name !== rule.name) result.renamed.push(name);
    names.add(name);
    const parsed = parseFormula(rule.formula, plan, reference);
    if ('error' in parsed) result.unclear.push({ name, reason: parsed.error.message });
    const id = nextOwnRuleId(ids);
    ids.add(id);
    result.added.push({ id, rule: { ...rule, name, on: rule.on && !('error' in parsed) } });
  }
  return result;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    const next = `${name.slice(0, 54)}（${number}）`;
    if (!taken.has(next)) return next;
  }
}
