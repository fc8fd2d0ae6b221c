/** What sensors of an event reported (EPCIS 2.0 §7.3.7), as facts. */
import { canonical } from '@suyuan/codes';
import { type Context, expand, extendContext } from './context.ts';
import { extensionsOf } from './extensions.ts';
import { type Fields, fieldsIn, idOf, isFields, numberOf, text } from './fields.ts';
import type { SensorElement, SensorMetadata, SensorReport } from './model.ts';
import { epochMs } from './time.ts';
import { componentUri, sensorTermUri } from './vocabulary.ts';

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** Members by what they hold, under the names of the standard. */
const IDS = ['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules'] as const;
const SUBJECT_IDS = ['microorganism', 'chemicalSubstance', 'coordinateReferenceSystem', 'uriValue'] as const;
const NUMBERS = ['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue'] as const;
const TEXTS = ['stringValue', 'hexBinaryValue', 'uom'] as const;

const IN_ELEMENT: ReadonlySet<string> = new Set(['sensorMetadata', 'sensorReport']);
const IN_METADATA: ReadonlySet<string> = new Set(['time', 'startTime', 'endTime', ...IDS]);
const IN_REPORT: ReadonlySet<string> = new Set([
  'type',
  'exception',
  'component',
  'time',
  'booleanValue',
  ...IDS,
  ...SUBJECT_IDS,
  ...NUMBERS,
  ...TEXTS,
]);

/** The elements of a sensorElementList in document order; undefined where there is none. */
export function sensorsOf(list: unknown, context: Context): readonly SensorElement[] | undefined {
  const elements = fieldsIn(list);
  return elements.length === 0 ? undefined : elements.map((element) => elementOf(element, context));
}

function elementOf(fields: Fields, context: Context): SensorElement {
  const own = extendContext(context, fields['@context']);
  const element: Draft<SensorElement> = { reports: fieldsIn(fields.sensorReport).map((each) => reportOf(each, own)) };
  if (isFields(fields.sensorMetadata)) element.metadata = metadataOf(fields.sensorMetadata, own);
  const extensions = extensionsOf(fields, context, IN_ELEMENT);
  if (extensions !== undefined) element.extensions = extensions;
  return element;
}

function metadataOf(fields: Fields, context: Context): SensorMetadata {
  const own = extendContext(context, fields['@context']);
  const metadata: Draft<SensorMetadata> = {};
  const time = timeOf(fields.time);
  if (time !== undefined) metadata.timeMs = time;
  const start = timeOf(fields.startTime);
  if (start !== undefined) metadata.startTimeMs = start;
  const end = timeOf(fields.endTime);
  if (end !== undefined) metadata.endTimeMs = end;
  for (const name of IDS) addReference(metadata, name, { value: fields[name], context: own });
  const extensions = extensionsOf(fields, context, IN_METADATA);
  if (extensions !== undefined) metadata.extensions = extensions;
  return metadata;
}

function reportOf(fields: Fields, context: Context): SensorReport {
  const own = extendContext(context, fields['@context']);
  const report: Draft<SensorReport> = {};
  const type = text(fields.type);
  if (type !== undefined) report.type = sensorTermUri(type, own);
  const exception = text(fields.exception);
  if (exception !== undefined) report.exception = sensorTermUri(exception, own);
  const component = text(fields.component);
  if (component !== undefined) report.component = componentUri(component, own);
  const time = timeOf(fields.time);
  if (time !== undefined) report.timeMs = time;
  for (const name of IDS) addReference(report, name, { value: fields[name], context: own });
  for (const name of SUBJECT_IDS) addReference(report, name, { value: fields[name], context: own });
  for (const name of NUMBERS) {
    const number = numberOf(fields[name]);
    if (number !== undefined) report[name] = number;
  }
  for (const name of TEXTS) {
    const value = fields[name];
    if (typeof value === 'string') report[name] = value.trim();
  }
  if (typeof fields.booleanValue === 'boolean') report.booleanValue = fields.booleanValue;
  const extensions = extensionsOf(fields, context, IN_REPORT);
  if (extensions !== undefined) report.extensions = extensions;
  return report;
}

function addReference<Name extends string>(
  to: { [Key in Name]?: string },
  name: Name,
  { value, context }: { value: unknown; context: Context },
): void {
  const id = referenceOf(value, context);
  if (id !== undefined) to[name] = id;
}

/** The identifier of a device, a method, a certificate: canonical, a prefix of the document expanded. */
export function referenceOf(value: unknown, context: Context): string | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : canonical(expand(context, id));
}

function timeOf(value: unknown): number | undefined {
  const ms = epochMs(text(value) ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}
