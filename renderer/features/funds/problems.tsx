// What the reader of a money sheet had to say, one line each.
import type { ImportProblem } from '#shared/import/preview.ts';

export function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="xj-funds-problems" data-testid="funds-problems">
      {problems.map(({ level, message, cell }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may be equal
        <li key={`${cell}${index}`} className={`is-${level}`}>
          {message}
        </li>
      ))}
    </ul>
  );
}
