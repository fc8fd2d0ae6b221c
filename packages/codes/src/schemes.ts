/** Every scheme that is no GS1 key: the table of contents of `cn/`, `licences/` and the schemes of the world beside GS1. */
import { conformityCertificate } from './cn/conformity-certificate.ts';
import { customsDeclaration } from './cn/customs-declaration.ts';
import { detonator } from './cn/detonator.ts';
import { division } from './cn/division.ts';
import { drug, drugOther } from './cn/drug.ts';
import { drugStandardCode } from './cn/drug-standard-code.ts';
import { earTag } from './cn/ear-tag.ts';
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
import { tobacco } from './cn/tobacco.ts';
import { udiMa, udiMaUnit } from './cn/udi-ma.ts';
import { uscc } from './cn/uscc.ts';
import { veterinaryDrug } from './cn/veterinary-drug.ts';
import { ecode } from './ecode.ts';
import { handle } from './handle.ts';
import { iso15459 } from './iso15459.ts';
import { civilExplosives, explosivesPolice } from './licences/civil-explosives.ts';
import { cosmetics, cosmeticsFiling } from './licences/cosmetics.ts';
import { deviceFiling, deviceRegistration } from './licences/device-registration.ts';
import { drugApproval } from './licences/drug-approval.ts';
import { deviceBusiness, drugProduction, drugTrade } from './licences/drug-device-business.ts';
import { feed } from './licences/feed.ts';
import { fertiliser } from './licences/fertiliser.ts';
import { fireworks } from './licences/fireworks.ts';
import { foodProduction } from './licences/food-production.ts';
import { foodTrade } from './licences/food-trade.ts';
import { healthFood, healthFoodFiling } from './licences/health-food.ts';
import { importedDrug, importedVeterinaryDrug } from './licences/imported-drug.ts';
import { pesticideRegistration } from './licences/pesticide-registration.ts';
import { pesticideRegistrationOld } from './licences/pesticide-registration-old.ts';
import { hazardousChemicalLicence, safetyProduction } from './licences/safety.ts';
import { seed } from './licences/seed.ts';
import { specialEquipmentLicence } from './licences/special-equipment-licence.ts';
import { specialEquipmentRegistration } from './licences/special-equipment-registration.ts';
import { veterinaryApproval } from './licences/veterinary-approval.ts';
import { oid } from './oid.ts';
import { ownLot } from './own/own-lot.ts';
import { ownProduct } from './own/own-product.ts';
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
  deviceRegistration,
  deviceFiling,
  deviceBusiness,
  healthFood,
  healthFoodFiling,
  cosmetics,
  cosmeticsFiling,
  importedDrug,
  importedVeterinaryDrug,
  drugProduction,
  drugTrade,
  safetyProduction,
  hazardousChemicalLicence,
  udiMa,
  udiMaUnit,
  earTag,
  customsDeclaration,
  tobacco,
  ecode,
  oid,
  handle,
  iso15459,
  ownProduct,
  ownLot,
];

const BY_ID: ReadonlyMap<string, Scheme> = new Map(SCHEMES.map((scheme) => [scheme.id, scheme]));

/** The scheme of that id; undefined for a GS1 key, or where there is none. */
export function schemeOf(id: string): Scheme | undefined {
  return BY_ID.get(id);
}
