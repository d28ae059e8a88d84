// 调节表: from the county's total to the city's, step by step.

import { Fragment } from 'react';
import { bridgeParts, STAGE_NAMES } from '#shared/levels/bridge.ts';
import type { LevelComparison } from '#shared/levels/compare-levels.ts';
import { signedText } from '#shared/levels/levels-text.ts';
import { wanText } from '#shared/values/money.ts';
import { ReasonMark } from './reason-mark.tsx';

export function BridgeTable({ bridge }: { bridge: NonNullable<LevelComparison['bridge']> }) {
  return (
    <table className="xj-levels-table" aria-label="总投资调节表" data-testid="bridge">
      <caption>总投资调节表</caption>
      <tbody>
        <tr className="xj-levels-sum">
          <td>{bridge.fromLabel}</td>
          <td className="xj-number">{wanText(bridge.from)}</td>
          <td />
        </tr>
        {bridgeParts(bridge).map(({ stage, steps, toLabel, to }) => (
          <Fragment key={stage}>
            <tr className="xj-levels-stage">
              <th colSpan={3}>{STAGE_NAMES[stage]}</th>
            </tr>
            {steps.map(({ label, fen, text, reason }) => (
              <tr key={`${reason}|${label}`}>
                <td>{label}</td>
                <td className="xj-number">{signedText(fen)}</td>
                <td>
                  <ReasonMark reason={reason} />
                  {text}
                </td>
              </tr>
            ))}
            <tr className="xj-levels-sum">
              <td>{toLabel}</td>
              <td className="xj-number" data-testid={stage === 'city' ? 'bridge-to' : 'bridge-list'}>
                {wanText(to)}
              </td>
              <td />
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
