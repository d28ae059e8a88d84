// The command line of a checkout in which nothing was built yet: packs the 地名库 that `new` and `regions` read, then goes on.
import { packNational } from './pack-places.ts';

console.error('正在生成地名库（首次使用时，约半分钟）…');
packNational();
await import('#electron/cli/main.ts');
