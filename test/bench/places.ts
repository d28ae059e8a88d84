// Looking up places of the whole country: opening the 地名库, and the slowest of usual questions.
import { findPlaces } from '#electron/places/find-places.ts';
import { openPlaceBook } from '#electron/places/place-book.ts';
import { planRegions } from '#electron/places/plan-regions.ts';
import { makePlaceDictionary } from '#shared/places/place-dictionary.ts';
import { PLACES_FILE, packNational } from '../../build/pack-places.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const RUNS = 9;
const UPPER = ['大冶', '湖北大冶', '峨山县', '城关镇', 'dys', 'xian', 'hubei daye', '420281', '53', '没有的地方'];
const VILLAGES = ['红塔区 甸苴', '甸苴', '东风村', '宝莲寺镇何官屯', '大冶市金湖街道姜桥村', 'hongta dianju'];

export async function run(): Promise<Measurement[]> {
  packNational();
  const opening: number[] = [];
  for (let index = 0; index < RUNS; index += 1) opening.push(await time(() => openPlaceBook(PLACES_FILE)));
  const book = openPlaceBook(PLACES_FILE);
  const slowest = async (texts: readonly string[]): Promise<string> => {
    let worst = { text: '', ms: 0 };
    for (const text of texts) {
      const times: number[] = [];
      for (let index = 0; index < RUNS; index += 1) times.push(await time(() => findPlaces(book, text, 20)));
      const ms = median(times);
      if (ms > worst.ms) worst = { text, ms };
    }
    return `${milliseconds(worst.ms)} (${worst.text})`;
  };
  const city = planRegions(book, '370700');
  const dictionary: number[] = [];
  for (let index = 0; index < RUNS; index += 1) dictionary.push(await time(() => makePlaceDictionary(city)));
  return [
    { name: 'opening the places of the country', value: milliseconds(median(opening)) },
    { name: 'slowest look-up down to towns', value: await slowest(UPPER) },
    { name: 'slowest look-up of a village', value: await slowest(VILLAGES) },
    { name: `place dictionary of a city of ${city.length} places`, value: milliseconds(median(dictionary)) },
  ];
}
