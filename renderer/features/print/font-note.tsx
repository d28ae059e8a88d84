// Which faces this machine has: the standard's own, or what stands in for them.
import { useQuery } from '@tanstack/react-query';
import { FONTS, type FontRole } from '#shared/print/fonts.ts';

/** The first installed face of a list, found as the printed page finds it; null: none of them. */
async function installedFace(names: readonly string[]): Promise<string | null> {
  for (const name of names) {
    const isThere = await new FontFace('xianjie-probe', `local("${name}")`).load().then(
      () => true,
      () => false,
    );
    if (isThere) return name;
  }
  return null;
}

async function findFaces(): Promise<{ role: FontRole; face: string | null }[]> {
  return Promise.all(
    (Object.keys(FONTS) as FontRole[]).map(async (role) => ({ role, face: await installedFace(FONTS[role].names) })),
  );
}

export function FontNote({ roles }: { roles: readonly FontRole[] }) {
  const { data } = useQuery({ queryKey: ['fonts'], queryFn: findFaces });
  return (
    <div className="xj-fonts" data-testid="print-fonts">
      {data
        ?.filter(({ role }) => roles.includes(role))
        .map(({ role, face }) => {
          const { standard, use, names } = FONTS[role];
          // The first names of a list are the same face under other names of its maker.
          const isOwn = face !== null && (face === standard || names.indexOf(face) === 1);
          return (
            <p key={role} className={isOwn ? 'xj-faint' : ''}>
              {use}：{isOwn ? standard : `本机没有${standard}，用“${face ?? '系统默认字体'}”代替`}
            </p>
          );
        })}
      <p className="xj-faint">字体都嵌入 PDF，换一台电脑打印也不变样。</p>
    </div>
  );
}
