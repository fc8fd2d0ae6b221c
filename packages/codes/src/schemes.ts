/** Every scheme that is no GS1 key: the table of contents of `cn/`, `licences/` and the schemes of the world beside GS1. */
import { conformityCertificate } from './cn/conformity-certificate.ts';
import { detonator } from './cn/detonator.ts';
import { division } from './cn/division.ts';
import { drug, drugOther } from './cn/drug.ts';
import { drugStandardCode } from './cn/drug-standard-code.ts';
import { elevator } from './cn/elevator.ts';
import { equipmentRegistration } from './cn/equipment-registration.ts';
import { farmSubject } from './cn/farm-subject.ts';
import { gasCylinder } from './cn/gas-cylinder.ts';
import { hazardousChemical } from './cn/hazardous-chemical.ts';
import { marketLot } from './cn/market-lot.ts';
import { marketSubject } from './cn/market-subject.ts';
import { organic } from './cn/organic.ts';
import { pesticide } from './cn/pesticide.ts';
import { productQr } from './cn/product-qr.ts';
import { seedLabel } from './cn/seed-label.ts';
import { specialEquipment } from './cn/special-equipment.ts';
import { uscc } from './cn/uscc.ts';
import { veterinaryDrug } from './cn/veterinary-drug.ts';
import { ecode } from './ecode.ts';
import { handle } from './handle.ts';
import { iso15459 } from './iso15459.ts';
import { civilExplosives, explosivesPolice } from './licences/civil-explosives.ts';
import { drugApproval } from './licences/drug-approval.ts';
import { feed } from './licences/feed.ts';
import { fertiliser } from './licences/fertiliser.ts';
import { fireworks } from './licences/fireworks.ts';
import { foodProduction } from './licences/food-production.ts';
import { foodTrade } from './licences/food-trade.ts';
import { pesticideRegistration } from './licences/pesticide-registration.ts';
import { pesticideRegistrationOld } from './licences/pesticide-registration-old.ts';
import { seed } from './licences/seed.ts';
import { specialEquipmentLicence } from './licences/special-equipment-licence.ts';
import { specialEquipmentRegistration } from './licences/special-equipment-registration.ts';
import { veterinaryApproval } from './licences/veterinary-approval.ts';
import { oid } from './oid.ts';
import type { Scheme } from './scheme.ts';

export const SCHEMES: readonly Scheme[] = [
  uscc,
  drug,
  drugOther,
  drugStandardCode,
  veterinaryDrug,
  pesticide,
  seedLabel,
  organic,
  equipmentRegistration,
  marketLot,
  marketSubject,
  farmSubject,
  conformityCertificate,
  detonator,
  specialEquipment,
  gasCylinder,
  elevator,
  hazardousChemical,
  productQr,
  division,
  foodProduction,
  foodTrade,
  drugApproval,
  pesticideRegistration,
  pesticideRegistrationOld,
  veterinaryApproval,
  feed,
  fertiliser,
  seed,
  specialEquipmentLicence,
  specialEquipmentRegistration,
  civilExplosives,
  explosivesPolice,
  fireworks,
  ecode,
  oid,
  handle,
  iso15459,
];

const BY_ID: ReadonlyMap<string, Scheme> = new Map(SCHEMES.map((scheme) => [scheme.id, scheme]));

/** The scheme of that id; undefined for a GS1 key, or where there is none. */
export function schemeOf(id: string): Scheme | undefined {
  return BY_ID.get(id);
}
