/** What master data say of the goods and of who made them that stands on packages: registrations and licences. Pure. */
import type { Fact, Party, Text } from '@suyuan/api/public-page';
import { interpret, schemeOf } from '@suyuan/codes';
import type { RegistryEntry } from '../registry/index.ts';
import { REGISTERED } from './facts-model.ts';
import { type LookUp, productOf } from './look-up.ts';
import { textOf } from './papers-said.ts';

const LICENSED: Text = { zh: '许可证号', en: 'Licence' };
/** By attributes of `masterLicences`, in the order in which packages bear them. */
const REGISTRATIONS: Readonly<Record<string, Text>> = {
  registrationNumber: REGISTERED,
  formulaRegistration: REGISTERED,
  approvalNumber: { zh: '批准文号', en: 'Approval number' },
};
const LICENCES: Readonly<Record<string, Text>> = {
  productionLicence: LICENSED,
  licenceNumber: LICENSED,
  licenseNumber: LICENSED,
};

/** By a name of each, which is that of the same fact in records. */
export function registrationsOf(
  { reading, known }: Pick<LookUp, 'reading' | 'known'>,
  maker: Party | undefined,
): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const product = productOf(reading)
    .map((code) => known.get(code))
    .find((entry) => entry !== undefined);
  const add = (entry: RegistryEntry | undefined, names: Readonly<Record<string, Text>>): void => {
    for (const [name, otherwise] of Object.entries(names)) {
      const value = textOf(entry?.attributes[name]);
      const label = value === undefined ? undefined : labelOf(value, otherwise);
      if (value !== undefined && label !== undefined && !facts.values().some((fact) => fact.value === value))
        facts.set(facts.has(name) ? `${name} of the maker` : name, { label, value });
    }
  };
  add(product, { ...REGISTRATIONS, ...LICENCES });
  add(maker && known.get(maker.code), LICENCES);
  return facts;
}

/** As its own form says, such as 食品生产许可证; undefined for the number of a person, which no page tells. */
function labelOf(number: string, otherwise: Text): Text | undefined {
  const { refusal, scheme, wellFormed, names } = interpret(number).reading;
  if (refusal?.reason === 'personal-number') return undefined;
  return wellFormed && names === 'licence' ? (schemeOf(scheme)?.name ?? otherwise) : otherwise;
}
