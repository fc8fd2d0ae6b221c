/** What one piece of goods is called by how it is packed. Pure. */
import type { Text } from '@suyuan/api/public-page';
import type { RegistryEntry } from '../../registry/index.ts';

/** What people say of one, and in English of several. */
interface Piece {
  readonly zh: string;
  readonly one: string;
  readonly many: string;
}

const PIECE: Piece = { zh: '件', one: 'item', many: 'items' };
const [CAN, BOTTLE, BOX, BAG, JAR, TUBE, PAIL, DRUM, CARTON, BASKET]: readonly Piece[] = [
  { zh: '罐', one: 'can', many: 'cans' },
  { zh: '瓶', one: 'bottle', many: 'bottles' },
  { zh: '盒', one: 'box', many: 'boxes' },
  { zh: '袋', one: 'bag', many: 'bags' },
  { zh: '罐', one: 'jar', many: 'jars' },
  { zh: '支', one: 'tube', many: 'tubes' },
  { zh: '桶', one: 'pail', many: 'pails' },
  { zh: '桶', one: 'drum', many: 'drums' },
  { zh: '箱', one: 'carton', many: 'cartons' },
  { zh: '筐', one: 'basket', many: 'baskets' },
];

/** Codes of UN/ECE Recommendation 21 for what goods in shops mostly come in. */
const PIECES: Readonly<Record<string, Piece | undefined>> = {
  ...{ CA: CAN, CX: CAN, TN: CAN, BO: BOTTLE, BQ: BOTTLE, BS: BOTTLE, BV: BOTTLE, BX: BOX, JR: JAR },
  ...{ BG: BAG, PO: BAG, SA: BAG, TU: TUBE, AM: TUBE, PL: PAIL, DR: DRUM, CT: CARTON, CS: CARTON, BK: BASKET },
};

type Packed = Pick<RegistryEntry, 'attributes'>;

/** GDSN's name of the attribute that says how a product is packed. */
const PACKED_IN = 'packagingTypeCode';

/** So many of these products: in the word that is right for all of them, else as items. */
export function countedPieces(count: number, products: ReadonlySet<Packed | undefined>): Text {
  const pieces = new Set([...products].map((entry) => PIECES[String(entry?.attributes[PACKED_IN])] ?? PIECE));
  const [only = PIECE] = pieces;
  const { zh, one, many } = pieces.size === 1 ? only : PIECE;
  const n = count.toLocaleString('en');
  return { zh: `${n} ${zh}`, en: `${n} ${count === 1 ? one : many}` };
}
