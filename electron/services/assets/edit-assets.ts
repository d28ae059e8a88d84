// Assets typed by hand, taken over from accepted projects, disposed of and taken away; each as one undo step.
import { randomUUID } from 'node:crypto';
import { proposeAssets } from '#shared/assets/propose-assets.ts';
import type { Asset, Disposal } from '#shared/domain/asset.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from '../session.ts';

/** What a person says of an asset; without id a new one. */
export type AssetDraft = Omit<Asset, 'id'> & { id: string | null };

/** Gives the id. Errors (AppError): not-found for one that is gone; invalid-input without a name. */
export function saveAsset(session: Session, draft: AssetDraft): string {
  if (draft.name.trim() === '') throw new AppError('invalid-input', '请填写资产名称。');
  if (draft.id !== null) assetById(session, draft.id);
  const known = new Set(session.planData().projects.map(({ id }) => id));
  if (draft.projectIds.some((id) => !known.has(id)))
    throw new AppError('not-found', '所属项目已不在项目表里，可能刚被删除。请重新选择。');
  const id = draft.id ?? randomUUID();
  session.change('assets.save', `${draft.id === null ? '登记' : '修改'}资产“${draft.name.trim()}”`, (tx) =>
    tx.put('asset', id, { ...draft, id, name: draft.name.trim() }),
  );
  return id;
}

/** Errors (AppError): not-found. */
export function removeAssets(session: Session, ids: readonly string[]): void {
  const gone = ids.map((id) => assetById(session, id));
  const [first] = gone;
  if (!first) return;
  const label = gone.length === 1 ? `删除资产“${first.name}”` : `删除资产 ${gone.length} 项`;
  session.change('assets.remove', label, (tx) => {
    for (const { id } of gone) tx.put('asset', id, null);
  });
}

/** Errors (AppError): not-found; invalid-input without the number of the approval (SPECS D5), or where it is gone already. */
export function disposeOf(session: Session, id: string, disposal: Disposal): void {
  const asset = assetById(session, id);
  if (disposal.documentNumber.trim() === '')
    throw new AppError('invalid-input', `资产“${asset.name}”没有写批准文号，不能登记处置。请填写批准处置的文号。`);
  if (asset.disposal !== null)
    throw new AppError('invalid-input', `资产“${asset.name}”已于 ${asset.disposal.date} 登记${asset.disposal.way}。`);
  session.change('assets.dispose', `资产“${asset.name}”${disposal.way}（${disposal.documentNumber.trim()}）`, (tx) =>
    tx.put('asset', id, { ...asset, disposal, condition: '已处置' }),
  );
}

/** What accepted projects would be registered as; with `take` they are: those of its projects, null: all. */
export function proposeFromProjects(
  session: Session,
  asOf: string,
  take: { projectIds: readonly string[] | null } | null,
): Asset[] {
  const proposed = proposeAssets(session.planData(), session.execution(), session.assets(), asOf);
  if (take === null) return proposed;
  const wanted = take.projectIds === null ? null : new Set(take.projectIds);
  const taken = proposed.filter(({ projectIds }) => wanted === null || projectIds.some((id) => wanted.has(id)));
  if (taken.length === 0) return [];
  const made = taken.map((asset) => ({ ...asset, id: randomUUID() }));
  session.change('assets.propose', `登记已验收项目的资产 ${made.length} 项`, (tx) => {
    for (const asset of made) tx.put('asset', asset.id, asset);
  });
  return made;
}

function assetById(session: Session, id: string): Asset {
  const asset = session.assets().find((one) => one.id === id);
  if (!asset) throw new AppError('not-found', '这项资产已不在，可能刚被删除或撤销。请刷新后再试。');
  return asset;
}
