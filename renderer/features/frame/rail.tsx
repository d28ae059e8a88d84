// The left rail: one entry per page that has a sign.
import { keyLabel } from '../../commands/command.ts';
import { commandOf } from '../../commands/registry.ts';
import { useSession } from '../../session.ts';
import type { PageFeature, PageId } from '../../state/page.ts';
import { PAGES } from './pages.ts';

export function Rail({ page }: { page: PageId }) {
  return (
    <nav className="xj-rail" aria-label="页面">
      {PAGES.filter(({ Icon }) => Icon !== undefined).map((feature) => (
        <Entry key={feature.page} feature={feature} isHere={feature.page === page} />
      ))}
    </nav>
  );
}

const NO_COUNT = (): number => 0;
const ALWAYS = (): boolean => true;

function Entry({
  feature: { page, Icon, useCount = NO_COUNT, useIsNeeded = ALWAYS },
  isHere,
}: {
  feature: PageFeature;
  isHere: boolean;
}) {
  const { nav } = useSession();
  const count = useCount();
  const isNeeded = useIsNeeded();
  const command = commandOf(`go.${page}`);
  if (!isNeeded && !isHere) return null;
  return (
    <button
      type="button"
      className={isHere ? 'is-here' : ''}
      aria-current={isHere ? 'page' : undefined}
      title={`${command.label}${command.key ? `（${keyLabel(command.key)}）` : ''}`}
      data-testid={`go-${page}`}
      onClick={() => nav.set({ page })}
    >
      {Icon && <Icon />}
      <span>{command.label}</span>
      {count > 0 && <em>{count > 999 ? '999+' : count}</em>}
    </button>
  );
}
