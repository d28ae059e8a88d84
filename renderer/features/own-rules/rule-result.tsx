// What a formula finds while it is written: how many projects break it and which, or what is wrong with it and where.
import { Button } from 'antd';
import type { OwnResult } from '#shared/checks/own/check-own.ts';
import type { FormulaError } from '#shared/checks/own/syntax.ts';
import { jumpsOf } from '../../commands/finding-jump.ts';
import { useSession } from '../../session.ts';

const SHOWN = 3;

export function RuleResult({
  formula,
  result,
  onFix,
}: {
  formula: string;
  result: OwnResult | FormulaError | null;
  /** Takes a suggestion over into the formula. */
  onFix: (formula: string) => void;
}) {
  const session = useSession();
  if (formula.trim() === '' || result === null) return null;
  if ('message' in result) {
    const { from, to, suggestion } = result;
    return (
      <div className="xj-rule-problem" role="alert" data-testid="rule-problem">
        <code>
          {formula.slice(0, from)}
          <mark>{formula.slice(from, to) || '　'}</mark>
          {formula.slice(to)}
        </code>
        <p>
          {result.message}
          {suggestion !== undefined && (
            <Button
              size="small"
              type="link"
              onClick={() => onFix(formula.slice(0, from) + suggestion + formula.slice(to))}
              data-testid="rule-fix"
            >
              改成“{suggestion}”
            </Button>
          )}
        </p>
      </div>
    );
  }
  const { checked, broken, skipped, counted, findings } = result;
  return (
    <div className="xj-rule-result" data-testid="rule-result">
      <p className={broken > 0 ? 'is-broken' : 'is-kept'}>
        {counted === '合计'
          ? broken > 0
            ? '全部项目合起来不符合。'
            : checked > 0
              ? '全部项目合起来符合。'
              : '缺少数据，没有审核。'
          : `现有 ${checked + skipped} 个${counted}中 ${broken} 个不符合。`}
        {skipped > 0 && counted !== '合计' && <small>其中 {skipped} 个不适用或有空格，没有审核。</small>}
      </p>
      <ul>
        {findings.slice(0, SHOWN).map((finding) => (
          <li key={finding.key}>
            <span>{finding.message.replace(/^项目表/, '').replace(/。不符合自定义规则“.*?”.*$/, '。')}</span>
            {jumpsOf(finding)
              .slice(0, 1)
              .map((jump) => (
                <Button key={jump.label} size="small" type="link" onClick={() => jump.go(session)}>
                  {jump.label}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && (
        <p className="xj-faint">还有 {findings.length - SHOWN} 处，保存后在“审核结果”里查看。</p>
      )}
    </div>
  );
}
