/**
 * The numbers that stand for common texts in the bytes of facts. Bytes on disk refer to them: entries are added at the
 * end and never moved, changed or taken away; `vectors/facts/numbers.txt` holds every one.
 */

/** Terms of the CBV 2.0 and common ones of the GS1 Web Vocabulary, as what they begin with and their words. */
const TERM_BLOCKS: readonly (readonly [beginning: string, words: string])[] = [
  [
    'https://ref.gs1.org/cbv/BizStep-',
    `accepting arriving assembling collecting commissioning consigning creating_class_instance
     cycle_counting decommissioning departing destroying disassembling dispensing encoding
     entering_exiting holding inspecting installing killing loading other packing picking receiving
     removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting shipping
     staging_outbound stock_taking stocking storing transporting unloading unpacking void_shipping`,
  ],
  [
    'https://ref.gs1.org/cbv/Disp-',
    `active available completeness_verified completeness_inferred conformant container_closed
     container_open damaged destroyed dispensed disposed encoded expired in_progress in_transit inactive
     mismatch_instance mismatch_class mismatch_quantity needs_replacement no_pedigree_match
     non_conformant non_sellable_other partially_dispensed recalled reserved retail_sold returned
     sellable_accessible sellable_not_accessible stolen unavailable unknown`,
  ],
  ['https://ref.gs1.org/cbv/BTT-', `bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt`],
  ['https://ref.gs1.org/cbv/SDT-', 'owning_party possessing_party location'],
  ['https://ref.gs1.org/cbv/ER-', 'did_not_occur incorrect_data'],
  [
    'https://ref.gs1.org/cbv/Comp-',
    `x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing
     latitude longitude altitude`,
  ],
  [
    'https://gs1.org/voc/',
    `Temperature RelativeHumidity AbsoluteHumidity Illuminance Pressure Mass Length Acceleration Count
     Dimensionless ALARM_CONDITION ERROR_CONDITION`,
  ],
];

/** Full URI of each numbered term; the first has the number 1. */
export const NUMBERED_TERMS: readonly string[] = TERM_BLOCKS.flatMap(([beginning, words]) =>
  words.split(/\s+/).map((word) => beginning + word),
);

/** What texts begin with, by its number. The first sixteen cost a byte, the others two; all are ASCII. */
export const BEGINNINGS: readonly string[] = [
  '',
  'https://id.gs1.org/01/',
  'https://id.gs1.org/00/',
  'https://id.gs1.org/414/',
  'https://id.gs1.org/417/',
  'https://id.gs1.org/8003/',
  'https://id.gs1.org/8004/',
  'https://id.gs1.org/253/',
  'https://gs1.org/voc/',
  'https://ref.gs1.org/cbv/',
  'urn:epcglobal:cbv:mda:',
  'urn:epcglobal:cbv:mda:lotNumber',
  'urn:epcglobal:cbv:mda:itemExpirationDate',
  'https://',
  'urn:',
  'https://id.gs1.org/',
  'http://',
  'https://id.gs1.org/255/',
  'https://id.gs1.org/401/',
  'https://id.gs1.org/402/',
  'https://id.gs1.org/415/',
  'https://id.gs1.org/8006/',
  'https://id.gs1.org/8010/',
  'https://id.gs1.org/8013/',
  'https://id.gs1.org/8017/',
  'https://id.gs1.org/8018/',
  'https://ref.gs1.org/cbv/BizStep-',
  'https://ref.gs1.org/cbv/Disp-',
  'https://ref.gs1.org/cbv/BTT-',
  'https://ref.gs1.org/cbv/SDT-',
  'https://ref.gs1.org/cbv/ER-',
  'https://ref.gs1.org/cbv/Comp-',
  'https://ref.gs1.org/epcis/',
  'urn:epcglobal:cbv:',
  'urn:epcglobal:cbv:bt:',
  'urn:epc:id:',
  'urn:epc:class:',
  'urn:uuid:',
  'ni:///sha-256;',
  'http://www.w3.org/2001/XMLSchema#',
  'urn:epcglobal:cbv:mda:countryOfOrigin',
  'urn:epcglobal:cbv:mda:bestBeforeDate',
  'urn:epcglobal:cbv:mda:sellByDate',
];
