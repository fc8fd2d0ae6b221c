/**
 * The scalar types of EPCIS 2.0 JSON, as JSON Schema. Every rule that one value can break by itself is a
 * `pattern` here, so that the compiled check, the report of faults and the published contract are one thing.
 */

import Type from 'typebox';
import type { RuleId } from '../findings.ts';
import { epochMs, TIME_PATTERN } from '../time.ts';
import { TERM_NAMES, type VocabularyKind } from '../vocabulary-terms.ts';

/** Which rule a value breaks that does not fit; read by `walk.ts`, ignored by every other reader. */
export const RULE_KEYWORD = 'x-rule';
/** Which vocabulary a term is of. */
export const VOCABULARY_KEYWORD = 'x-vocabulary';

// RFC 3986 §2 and appendix A, linear: every character is decided by itself. Brackets stand only around an
// IP literal.
const URI_CHARS = "(?:[-A-Za-z0-9._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})";
const URI_BODY = `[A-Za-z][A-Za-z0-9+.-]*:(?:\\/\\/(?:[^\\s\\/?#@\\[\\]<>"{}|\\\\^\`\\u0080-\\uffff]*@)?\\[[0-9A-Fa-f:.]+\\])?${URI_CHARS}+(?:#${URI_CHARS}*)?`;

/**
 * A member of a user extension: a CURIE or a full URI (EPCIS 2.0 §10.3). Prefix and local name may be in any
 * script, as JSON-LD allows, so that a Chinese field name is one.
 */
export const EXTENSION_NAME = '^[\\p{L}_][\\p{L}\\p{M}\\p{N}+._\\-]*:[^\\s\\u0000-\\u001f\\u007f<>"{}|\\\\^`]+$';

export const Uri = Type.String({ pattern: `^${URI_BODY}$`, [RULE_KEYWORD]: 'uri' });

/** RFC 3339 §5.6 with an offset and a day that is in the calendar; an instant that is kept (`epochMs`). */
export const Time = Type.Refine(
  Type.String({ pattern: TIME_PATTERN, [RULE_KEYWORD]: 'time' }),
  (time) => typeof time !== 'string' || !Number.isNaN(epochMs(time)),
);

export const TimeZoneOffset = Type.String({
  pattern: '^[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00)$',
  [RULE_KEYWORD]: 'event.offset-form' satisfies RuleId,
});

/** EPCIS 2.0 and its corrections, 2.0.1 and on: what any other version means by its members is not known. */
export const Version = Type.String({
  pattern: '^2\\.0(?:\\.\\d{1,4})?$',
  [RULE_KEYWORD]: 'document.version' satisfies RuleId,
});

export const Action = Type.Enum(['ADD', 'OBSERVE', 'DELETE'], {
  [RULE_KEYWORD]: 'event.action-unknown' satisfies RuleId,
});

export const Quantity = Type.Number({ minimum: 0, [RULE_KEYWORD]: 'event.quantity' satisfies RuleId });
export const Decimal = Type.Number({ [RULE_KEYWORD]: 'event.number' satisfies RuleId });
export const UnitOfMeasure = Type.String({ pattern: '^[A-Z0-9]{2,3}$', [RULE_KEYWORD]: 'event.uom' satisfies RuleId });
export const HexBinary = Type.String({ pattern: '^[A-Fa-f0-9]+$', [RULE_KEYWORD]: 'event.hex' satisfies RuleId });

/** The vocabularies whose words stand bare in documents: CBV 2.0 §7, and two of the GS1 Web Vocabulary. */
export type TermKind = VocabularyKind | 'measurementType' | 'sensorException';

const URN_NAMES: Readonly<Record<VocabularyKind, string>> = {
  bizStep: 'bizstep',
  disposition: 'disp',
  bizTransactionType: 'btt',
  sourceDestType: 'sdt',
  errorReason: 'er',
  component: 'comp',
};

/** The bare words of a vocabulary. */
export function wordsOf(kind: TermKind): readonly string[] {
  if (kind === 'measurementType') return MEASUREMENT_TYPES;
  if (kind === 'sensorException') return SENSOR_EXCEPTIONS;
  return TERM_NAMES[kind].map(([word]) => word);
}

/**
 * A term of a vocabulary: a bare word, the URN of one, or any URI or CURIE that does not claim to be of the
 * CBV. GS1's own schema refuses the URN too; documents that were 1.2 once carry it.
 */
function termOf(kind: VocabularyKind) {
  const words = wordsOf(kind).join('|');
  const foreign = `(?!urn:epcglobal:cbv:|https?:\\/\\/ns\\.gs1\\.org\\/cbv\\/)${URI_BODY}`;
  return term(kind, `^(?:(?:urn:epcglobal:cbv:${URN_NAMES[kind]}:)?(?:${words})|${foreign})$`);
}

function term(kind: TermKind, pattern: string) {
  return Type.String({
    pattern,
    [RULE_KEYWORD]: 'event.cbv-unknown' satisfies RuleId,
    [VOCABULARY_KEYWORD]: kind,
  });
}

export const BizStep = termOf('bizStep');
export const Disposition = termOf('disposition');
export const BizTransactionType = termOf('bizTransactionType');
export const SourceDestType = termOf('sourceDestType');
export const ErrorReason = termOf('errorReason');
export const Component = termOf('component');

const SENSOR_EXCEPTIONS = ['ALARM_CONDITION', 'ERROR_CONDITION'];

// The measurement types that EPCIS 2.0 §7.3.7 takes from the GS1 Web Vocabulary.
const MEASUREMENT_TYPES = `AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Radioactivity Altitude
AmountOfSubstance AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area
Capacitance Conductance Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity
ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency
Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux LuminousIntensity
MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate MassPerAreaTime
MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power Pressure RadiantFlux RadiantIntensity
RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed SurfaceDensity SurfaceTension Temperature
Time Torque Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber`.split(/\s+/);

export const MeasurementType = term('measurementType', `^(?:${MEASUREMENT_TYPES.join('|')}|${URI_BODY})$`);
export const SensorException = term('sensorException', `^(?:${SENSOR_EXCEPTIONS.join('|')}|${URI_BODY})$`);
