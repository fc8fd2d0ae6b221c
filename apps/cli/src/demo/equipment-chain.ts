/** Special equipment, for its pack: the first months of a lift, and two gas cylinders. */
import { type Campaign, startCampaign } from './campaign.ts';
import { recordCylinders } from './equipment-cylinders.ts';
import { recordLift } from './equipment-lift.ts';
import { GAS_FILLER, INSPECTION_BODY, LIFT_FIRM, LIFT_MAKER, LIFT_USER } from './parties.ts';

/** @param number of the campaign, from 0; the first alone has records */
export function equipmentCampaign(number: number, seed: number): Campaign {
  const campaign = startCampaign('special-equipment', number, seed);
  if (number > 0) return campaign;
  campaign.parties.push(LIFT_MAKER, LIFT_FIRM, LIFT_USER, INSPECTION_BODY, GAS_FILLER);
  recordLift(campaign);
  recordCylinders(campaign);
  return campaign;
}
