/** The first steps of an organisation, over `/v1/onboarding`. */
import Type from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });

/** In the order in which they are gone. */
export const ONBOARDING_STEPS = ['categories', 'record', 'label', 'trace'] as const;
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

/** What leaves no record, so that whoever did it says so; `hidden`: this person does not want to be led. */
export const ONBOARDING_MARKS = ['label', 'trace', 'hidden'] as const;
export type OnboardingMark = (typeof ONBOARDING_MARKS)[number];

export const OnboardingSchema = Type.Object({
  isOffered: Type.Boolean({
    description: 'False where all is done, where the organisation has recorded otherwise, and where no pack applies',
  }),
  isHidden: Type.Boolean({ description: 'This person does not want to be led' }),
  steps: Type.Array(
    Type.Object({
      step: Type.Unsafe<OnboardingStep>(
        Type.Enum([...ONBOARDING_STEPS], {
          description:
            'categories: what the organisation deals in; record: the first record; label: a label was printed; trace: a lot was traced',
        }),
      ),
      isDone: Type.Boolean(),
    }),
  ),
  next: Type.Optional(Type.Unsafe<OnboardingStep>(Type.Enum([...ONBOARDING_STEPS]))),
  first: Type.Optional(
    Type.Object(
      { pack: Type.String(), stage: Type.String(), name: Words },
      { description: 'With what one usually begins' },
    ),
  ),
  recorded: Type.Optional(
    Type.Object(
      { sheet: Type.String({ format: 'uuid' }), unit: Type.Optional(Type.String()) },
      { description: 'What was recorded last, and its first unit' },
    ),
  ),
});
export type Onboarding = Type.Static<typeof OnboardingSchema>;
