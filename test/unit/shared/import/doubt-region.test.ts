// A sheet of another county is asked about; an ordinary one of this county never is, though its villages be unknown.
import { describe, expect, it } from 'vitest';
import { doubtRegion } from '#shared/import/doubt-region.ts';
import { type Cell, CONTEXT, cells, REFERENCE, readOne } from './make-sheet.ts';

const HEADER = cells('序号|项目名称|建设地点|建设内容|总投资（万元）');

function doubt(title: string, places: readonly string[], regionCode = '530402') {
  const rows = places.map((place, index): Cell[] => [index + 1, `项目${index}`, place, '建设内容若干', 10]);
  const table = readOne([...(title === '' ? [] : [[title]]), HEADER, ...rows]);
  return doubtRegion(table, regionCode, REFERENCE, CONTEXT.places);
}

describe('another county', () => {
  it.each([
    ['its towns', '', ['金湖街道下冯村', '灵乡镇毛铺村', '保安镇', '金牛镇胡胜村']],
    ['its name before the places', '', ['大冶市金湖街道', '大冶市灵乡镇', '红塔区研和街道']],
    ['its name in the title', '大冶市2024年衔接资金项目计划表', ['下冯村', '毛铺村', '上冯村']],
    ['province and city before it', '湖北省黄石市大冶市2024年项目库', ['金湖街道下冯村', '灵乡镇毛铺村']],
    ['another county of the city', '通海县2024年项目表', ['秀山街道', '九龙街道', '河西镇']],
    ['its title without any place', '江川区2024年项目表', ['大街', '路居', '前卫']],
  ])('%s', (_name, title, places) => {
    const found = doubt(title, places);
    expect(found?.question).toMatchObject({ id: 'region', assumed: 'yes', proposed: null });
    expect(found?.problem).toMatchObject({ level: 'warning', code: 'region-doubtful' });
    expect(found?.problem.message).toContain('红塔区');
  });

  it('under another county of the city than the one chosen', () => {
    expect(doubt('', ['红塔区研和街道', '研和街道玉苗', '大营街街道'], '530423')).not.toBeNull();
    expect(doubt('红塔区2024年项目表', ['研和街道玉苗'], '530402')).toBeNull();
  });
});

describe('this county', () => {
  it.each([
    ['known towns', '', ['研和街道玉苗', '洛河乡双龙村', '红塔区大营街', '玉溪市红塔区北城街道']],
    ['a town that the dictionary lacks', '', ['李棋街道大矣资', '李棋街道金家边', '李棋街道']],
    ['some of them', '', ['李棋街道', '玉带街道', '研和街道', '北城街道', '春和街道']],
    ['villages only', '', ['甲村', '乙村', '丙社区', '丁']],
    ['its own title over unknown towns', '红塔区2024年项目表', ['李棋街道', '玉带街道', '玉兴街道']],
    ['words that are no county', '全区2024年巩固拓展脱贫攻坚成果项目表', ['研和街道', '北城街道']],
    ['示范区 in the title', '乡村振兴示范区2024年项目', ['研和街道', '北城街道']],
    ['no title, no place', '', ['', '', '']],
    ['the city in the title', '玉溪市2024年衔接资金项目表', ['研和街道', '北城街道']],
  ])('%s', (_name, title, places) => {
    expect(doubt(title, places)).toBeNull();
  });
});
