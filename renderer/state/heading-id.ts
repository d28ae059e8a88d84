// The row id of a heading of the 项目表, for whoever goes there.

export function headingId(categoryId: string | null): string {
  return `heading:${categoryId ?? ''}`;
}
