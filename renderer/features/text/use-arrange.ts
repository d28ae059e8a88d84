// Changing the order of the document: chapters and paragraphs of the planner's own are added, moved and removed, each as
// one step that can be undone.
import type { BlockView } from '#shared/contract/methods/text.ts';
import type { MethodArgs } from '#shared/contract/methods.ts';
import type { ChapterRecord, ParagraphRecord } from '#shared/records/paragraph.ts';
import { addedIn, movedIn, type Ordered, placesIn } from '#shared/text/own-places.ts';
import { useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';

type Changes = MethodArgs<'records.save'>['changes'];
type Way = 'up' | 'down';

const OWN_PARAGRAPH = 'text:own:';
const OWN_CHAPTER = 'chapter:own:';

/** Chapters in their order. */
export function chapterOrder(blocks: readonly BlockView[]): Ordered[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' && block.standard !== undefined ? [{ id: block.id, isOwn: block.standard === null }] : [],
  );
}

/** What a paragraph can stand behind: chapters and standard paragraphs; and the own ones between them. */
export function paragraphOrder(blocks: readonly BlockView[]): Ordered[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [{ id: block.id, isOwn: block.standard === null }];
    return block.kind === 'heading' && block.standard !== undefined ? [{ id: block.id, isOwn: false }] : [];
  });
}

export function useArrange(blocks: readonly BlockView[]) {
  const session = useSession();
  const chapters = useRecords('chapter');
  const paragraphs = useRecords('paragraph');
  const save = async (changes: Changes): Promise<boolean> =>
    (await session.attempt('正在保存', () => session.write('records.save', { changes }))) !== undefined;

  const placed = <T extends ChapterRecord | ParagraphRecord>(
    kind: 'chapter' | 'paragraph',
    kept: ReadonlyMap<string, T>,
    order: readonly Ordered[],
  ): Changes =>
    [...placesIn(order)].flatMap(([id, place]) => {
      const record = kept.get(id);
      if (!record || (record.after === place.after && record.rank === place.rank)) return [];
      return [{ kind, id, value: { ...record, ...place } }];
    });

  return {
    /** Adds a chapter behind another, '' at the front, with one empty paragraph; gives the id of that paragraph. */
    addChapter: async (title: string, behind: string): Promise<string | null> => {
      const id = `${OWN_CHAPTER}${crypto.randomUUID()}`;
      const paragraph = `${OWN_PARAGRAPH}${crypto.randomUUID()}`;
      const order = addedIn(chapterOrder(blocks), id, behind);
      const place = placesIn(order).get(id);
      const done = await save([
        { kind: 'chapter', id, value: { title, ...place } },
        ...placed('chapter', chapters, order),
        { kind: 'paragraph', id: paragraph, value: { template: '', title: nameIn(title), after: id, rank: 0 } },
      ]);
      return done ? paragraph : null;
    },
    /** A title of one's own for any chapter; the standard one comes back by '' or by itself. */
    renameChapter: (id: string, title: string, standard: string | null): Promise<boolean> => {
      const isStandard = standard !== null && (title === '' || title === standard);
      const value = isStandard ? null : { ...chapters.get(id), title };
      return save([{ kind: 'chapter', id, value }]);
    },
    moveChapter: async (id: string, way: Way): Promise<void> => {
      const order = movedIn(chapterOrder(blocks), id, way);
      if (order) await save(placed('chapter', chapters, order));
    },
    /** With all its paragraphs. */
    removeChapter: (id: string): Promise<boolean> =>
      save([
        { kind: 'chapter', id, value: null },
        ...[...paragraphs].flatMap(
          ([own, { after }]): Changes => (after === id ? [{ kind: 'paragraph', id: own, value: null }] : []),
        ),
      ]),
    /** Adds an empty paragraph behind another or a chapter; gives its id. */
    addParagraph: async (behind: string, title: string): Promise<string | null> => {
      const id = `${OWN_PARAGRAPH}${crypto.randomUUID()}`;
      const order = addedIn(paragraphOrder(blocks), id, behind);
      const place = placesIn(order).get(id);
      const done = await save([
        { kind: 'paragraph', id, value: { template: '', title, ...place } },
        ...placed('paragraph', paragraphs, order),
      ]);
      return done ? id : null;
    },
    moveParagraph: async (id: string, way: Way): Promise<void> => {
      const order = movedIn(paragraphOrder(blocks), id, way);
      if (order) await save(placed('paragraph', paragraphs, order));
    },
    /** What the record of an own paragraph keeps besides its wording. */
    placeOf: (id: string): Pick<ParagraphRecord, 'after' | 'rank'> => {
      const { after, rank } = paragraphs.get(id) ?? {};
      return { ...(after === undefined ? {} : { after }), ...(rank === undefined ? {} : { rank }) };
    },
  };
}

export type Arrange = ReturnType<typeof useArrange>;

/** 总则 of 一、总则: what the log calls a paragraph of the chapter. */
export function nameIn(title: string): string {
  return title.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*/u, '') || title;
}
