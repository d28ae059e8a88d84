// The classes of the city, each with what the county files under it.

import type { ClassLine } from '#shared/levels/class-lines.ts';
import { signedText } from '#shared/levels/levels-text.ts';
import { wanText } from '#shared/values/money.ts';
import { ReasonMark } from './reason-mark.tsx';

export function ClassTable({ classes }: { classes: readonly ClassLine[] }) {
  return (
    <table className="xj-levels-table" aria-label="按类别核对">
      <caption>按市级类别</caption>
      <thead>
        <tr>
          <th>类别</th>
          <th>县级</th>
          <th>市级</th>
          <th>差额</th>
          <th>说明</th>
        </tr>
      </thead>
      <tbody>
        {classes.map((line) => (
          <tr key={line.name}>
            <td>{line.name}</td>
            <td className="xj-number">
              {wanText(line.mapped)}
              {line.moves.length > 0 && <div className="xj-faint">原类 {wanText(line.own)}</div>}
            </td>
            <td className="xj-number">{wanText(line.city)}</td>
            <td className="xj-number">{line.difference === 0 ? '' : signedText(line.difference)}</td>
            <td>
              <ReasonMark reason={line.reason} />
              {line.text}
              {line.moves.length > 0 && (
                <div className="xj-faint">
                  换算：
                  {line.moves
                    .map(({ label, fen }) => `${fen < 0 ? '移出' : '移入'}${label} ${wanText(fen).replace('-', '')}`)
                    .join('，')}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
