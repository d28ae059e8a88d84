// A list of any size whose names are as alike as those of real lists: villages, spots and kinds of work, and in every
// fifty projects one that is sent a second time under another notation.
import { makeRandom } from '#seeds/sample-random.ts';
import { blankProject, type Project } from '#shared/domain/project.ts';
import { toFen } from '#shared/values/money.ts';

const KINDS =
  '村内道路硬化 特色种植园 生态养殖小区 农产品初加工车间 供水管网改造 人居环境整治 污水处理站 文化活动室 机耕路 灌溉沟渠 太阳能路灯安装 卫生室改造 公厕 幼儿园改造 养老服务站 蓄水池 茶园提质 核桃基地 林下经济 冷库 停车场 护坡挡墙 桥梁 烤房群'.split(
    ' ',
  );
const SPOTS = '东山 西营 上甸 下甸 老街 新寨 大树 石门 青龙 白塔 红旗 前进'.split(' ');
const PER_VILLAGE = 60;
const AGAIN_EVERY = 50;

/** `again` are the ids of those sent twice. */
export function makeVillageProjects(count: number): { projects: Project[]; again: Set<string> } {
  const random = makeRandom(count);
  const projects: Project[] = [];
  const again = new Set<string>();
  while (projects.length < count) {
    const at = projects.length;
    const id = `p${at}`;
    const place = { id, position: at, categoryId: null, regionCode: '530402' };
    const earlier = at % AGAIN_EVERY === AGAIN_EVERY - 1 ? projects[random.between(0, at - 1)] : undefined;
    if (earlier) {
      const name = `${earlier.startAt}年${earlier.name.replace('项目', '工程')}（第二批）`;
      projects.push({ ...earlier, ...place, name });
      again.add(id);
      continue;
    }
    const village = random.between(0, Math.ceil(count / PER_VILLAGE));
    const kind = random.pick(KINDS);
    projects.push({
      ...blankProject(place),
      name: `龙${village}村${random.pick(SPOTS)}${kind}项目`,
      town: `第${village % 11}镇`,
      village: `龙${village}村`,
      startAt: String(2021 + random.between(0, 4)),
      endAt: '2025',
      content: `新建${kind}${random.between(1, 900)}平方米，配套管网${random.between(1, 90)}公里。`,
      households: random.between(10, 400),
      people: random.between(400, 1600),
      amounts: { total: toFen(random.between(100, 9000) * 100_000), bySource: {}, byYear: {}, cells: {} },
    });
  }
  return { projects, again };
}
