// The words of the sample's projects, per category: our own, made up for the example.
// {村} {组} {n} {m} {x} are filled in by the generator: village, group, whole numbers, a number with one decimal.

export interface Wording {
  /** Project name; {组} keeps names of one village apart. */
  name: string;
  content: readonly string[];
  natures: readonly string[];
  unit: string;
}

const NEW = ['新建', '新建', '新建', '续建', '扩建'] as const;
const RENEW = ['新建', '改建', '改扩建', '维修改造'] as const;

export const WORDINGS: Readonly<Record<string, Wording>> = {
  'county.industry.planting': {
    name: '{村}{组}特色种植园建设',
    content: ['流转土地{n}亩，配套滴灌管网{x}公里、机耕路{x}公里。', '发展设施大棚{n}亩，建分拣间{m}平方米。'],
    natures: NEW,
    unit: '区农业农村局',
  },
  'county.industry.breeding': {
    name: '{村}{组}生态养殖小区建设',
    content: ['建圈舍{m}平方米、青贮池{n}立方米，购置饲喂设备1套。'],
    natures: NEW,
    unit: '区农业农村局',
  },
  'county.industry.processing': {
    name: '{村}{组}农产品初加工车间建设',
    content: ['建加工车间{m}平方米，购置清洗、烘干、包装设备{n}台。'],
    natures: NEW,
    unit: '区工业商贸和信息化局',
  },
  'county.industry.services': {
    name: '{村}{组}乡村旅游服务区建设',
    content: ['建接待用房{m}平方米、生态停车位{n}个，整治游览步道{x}公里。'],
    natures: NEW,
    unit: '区文化和旅游局',
  },
  'county.industry.loans': {
    name: '{村}{组}小额信贷贴息',
    content: ['对{n}户符合条件的农户生产经营贷款给予贴息。'],
    natures: ['其他'],
    unit: '区乡村振兴局',
  },
  'county.industry.consumption': {
    name: '{村}{组}农产品产地冷藏库建设',
    content: ['建冷藏库{m}立方米、电商配货间{n}平方米。'],
    natures: NEW,
    unit: '区供销合作社',
  },
  'county.employment.posts': {
    name: '{村}{组}公益性岗位开发',
    content: ['设保洁、护路、巡防岗位{n}个，按月发放岗位补贴。'],
    natures: ['其他'],
    unit: '区人力资源和社会保障局',
  },
  'county.employment.migrant': {
    name: '{村}{组}外出务工交通补助',
    content: ['对跨省、跨县稳定务工的{n}人给予一次性交通补助。'],
    natures: ['其他'],
    unit: '区人力资源和社会保障局',
  },
  'county.employment.startup': {
    name: '{村}{组}返乡创业培训',
    content: ['开办创业培训班{n}期，配套创业指导和跟踪服务。'],
    natures: ['其他'],
    unit: '区人力资源和社会保障局',
  },
  'county.employment.skills': {
    name: '{村}{组}劳动力技能提升培训',
    content: ['开展烹饪、焊工、养老护理等工种培训{n}人次。'],
    natures: ['其他'],
    unit: '区人力资源和社会保障局',
  },
  'county.relocation.posts': {
    name: '{村}{组}安置点公益性岗位',
    content: ['为搬迁群众设保洁、绿化、水电管护岗位{n}个。'],
    natures: ['其他'],
    unit: '区人力资源和社会保障局',
  },
  'county.relocation.industry': {
    name: '{村}{组}安置点配套产业园建设',
    content: ['建标准大棚{n}亩、晾晒场{m}平方米，铺设供水管道{x}公里。'],
    natures: NEW,
    unit: '区发展和改革局',
  },
  'county.ecology.oil': {
    name: '{村}{组}核桃提质增效',
    content: ['改良核桃林{m}亩，修枝施肥并建采收便道{x}公里。'],
    natures: ['改建', '新建'],
    unit: '区林业和草原局',
  },
  'county.ecology.understory': {
    name: '{村}{组}林下药材种植',
    content: ['利用林地{m}亩种植中药材，建管护房{n}平方米。'],
    natures: NEW,
    unit: '区林业和草原局',
  },
  'county.infrastructure.access-roads': {
    name: '{村}{组}进村公路提升',
    content: ['提升进村公路{x}公里，配套边沟、挡墙和安防设施。'],
    natures: ['改扩建', '改建', '新建'],
    unit: '区交通运输局',
  },
  'county.infrastructure.village-roads': {
    name: '{村}{组}村内道路硬化',
    content: ['硬化村内道路{m}平方米，同步铺设排水沟{x}公里。'],
    natures: RENEW,
    unit: '区乡村振兴局',
  },
  'county.infrastructure.housing': {
    name: '{村}{组}农房抗震改造',
    content: ['对{n}户农房实施加固改造。'],
    natures: ['维修改造'],
    unit: '区住房和城乡建设局',
  },
  'county.infrastructure.water': {
    name: '{村}{组}供水管网改造',
    content: [
      '更换主管{x}公里、入户支管{x}公里，建清水池{n}立方米。',
      '建取水坝1座、清水池{n}立方米，安装消毒设备1套。',
    ],
    natures: RENEW,
    unit: '区水利局',
  },
  'county.infrastructure.environment': {
    name: '{村}{组}人居环境整治',
    content: [
      '铺设污水管{x}公里，建一体化处理设施1座、公厕{n}平方米。',
      '清理沟塘{x}公里，整治房前屋后空地{m}平方米。',
    ],
    natures: RENEW,
    unit: '区农业农村局',
  },
  'county.infrastructure.fire': {
    name: '{村}{组}消防设施配置',
    content: ['安装消火栓{n}个，配手抬机动泵1台、水带及器材1套。'],
    natures: NEW,
    unit: '区消防救援大队',
  },
  'county.infrastructure.other': {
    name: '{村}{组}便民设施完善',
    content: ['安装路灯{n}盏，修缮活动场地{m}平方米。', '修建机耕路{x}公里、沟渠{x}公里。'],
    natures: RENEW,
    unit: '区乡村振兴局',
  },
  'county.service.education': {
    name: '{村}{组}校舍和运动场改造',
    content: ['改造校舍{m}平方米、运动场{n}平方米，更新课桌椅和厨房设备。'],
    natures: RENEW,
    unit: '区教育体育局',
  },
  'county.service.health': {
    name: '{村}{组}卫生服务能力提升',
    content: ['改造业务用房{m}平方米，配置诊疗设备{n}台。'],
    natures: RENEW,
    unit: '区卫生健康局',
  },
  'county.service.science': {
    name: '{村}{组}科技示范点建设',
    content: ['引进良种开展对比试验{n}亩，组织现场培训。'],
    natures: ['新建'],
    unit: '区科学技术局',
  },
  'county.service.elderly': {
    name: '{村}{组}互助养老站建设',
    content: ['建日间照料室{n}平方米，配康复器材和助餐设施。'],
    natures: RENEW,
    unit: '区民政局',
  },
  'county.service.care': {
    name: '{村}{组}妇女儿童活动室建设',
    content: ['布置活动室{n}平方米，配图书和康复用具。'],
    natures: ['新建'],
    unit: '区妇女联合会',
  },
  'county.service.key-villages': {
    name: '{村}{组}重点村综合建设',
    content: ['整治村庄环境{m}平方米，完善道路{x}公里和产业配套设施。'],
    natures: NEW,
    unit: '区乡村振兴局',
  },
  'county.service.collective': {
    name: '{村}{组}集体经济示范建设',
    content: ['建可出租厂房{m}平方米，租金收入归村集体。'],
    natures: NEW,
    unit: '中共红塔区委组织部',
  },
};
