/** CBV 2.0 §7.1: steps at which goods pass from one party to another. */
const STEP = 'https://ref.gs1.org/cbv/BizStep-';

/** Full URIs of the steps at which whoever has the goods hands them over. */
export const HANDING_OVER: ReadonlySet<string | undefined> = new Set(
  ['shipping', 'departing', 'consigning'].map((step) => STEP + step),
);

/** Full URIs of the steps at which whoever gets them takes them. */
export const TAKING: ReadonlySet<string | undefined> = new Set(
  ['receiving', 'arriving', 'accepting'].map((step) => STEP + step),
);
