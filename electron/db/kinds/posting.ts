// 公示登记: a notice that was put up (SPECS E1).
import { type Posting, postingStage } from '#shared/domain/posting.ts';
import { postingSchema } from '#shared/records/execution.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';

export const posting = kind<Posting, readonly Posting[]>({
  title: '公示登记',
  tables: [bodyTable('posting')],
  open: (db) => bodyStore<Posting>(db, 'posting'),
  schema: postingSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()],
  words(before, after) {
    const one = after ?? before;
    if (!one) return [];
    const text = (image: Posting | null): string => {
      if (image === null) return '';
      const open = image.objections.length === 0 ? '' : `异议 ${image.objections.length} 件`;
      const closed = image.closedAt === null ? '' : `${image.closedAt} 办结`;
      const period = [image.from ?? '日期不详', image.to].filter((day) => day !== null).join(' 至 ');
      return [postingStage(image.stage).name, period, open, closed].filter((part) => part !== '').join(' ');
    };
    return [{ project: `公示“${one.title}”`, column: '公示登记', before: text(before), after: text(after) }];
  },
});
