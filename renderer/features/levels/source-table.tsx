// Fund sources of the county in both plans.

import type { SourceLine } from '#shared/levels/compare-levels.ts';
import { signedText } from '#shared/levels/levels-text.ts';
import { wanText } from '#shared/values/money.ts';
import { ReasonMark } from './reason-mark.tsx';

export function SourceTable({ sources }: { sources: readonly SourceLine[] }) {
  return (
    <table className="xj-levels-table" aria-label="按资金来源核对">
      <caption>按资金来源</caption>
      <thead>
        <tr>
          <th>资金来源</th>
          <th>县级</th>
          <th>市级</th>
          <th>差额</th>
          <th>说明</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ name, county, city, difference, reason }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className="xj-number">{wanText(county)}</td>
            <td className="xj-number">{wanText(city)}</td>
            <td className="xj-number">{difference === 0 ? '' : signedText(difference)}</td>
            <td>
              <ReasonMark reason={reason} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
