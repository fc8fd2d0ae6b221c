/**
 * What the public window shows: the server builds one PageModel a request, and drawing turns it into a page. Every string
 * is plain text and may come from anyone; the page escapes it. The server bounds the lists; what it leaves out it counts
 * in a `cut`, so that a page never looks complete when it is not.
 */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import type { Language } from '../language.ts';
import { ChainSchema } from './chain.ts';
import { CodeSchema, FaultSchema } from './code.ts';
import { ContactSchema, FactSchema, PartySchema, ProductSchema } from './goods.ts';
import { PublicGroupSchema, PublicMarkSchema } from './groups.ts';
import { BecauseSchema, CodeVerdictSchema, NoticeSchema } from './notice.ts';
import { PaperSchema } from './papers.ts';
import { ProofSchema } from './proof.ts';
import type { SharePage } from './share.ts';
import type { PackDifferencesPage, PackPage, StandardsPage } from './standards.ts';
import { StorySchema } from './story.ts';
import { TimelineEventSchema } from './timeline.ts';
import { type Text, TextSchema } from './words.ts';

/** What every page knows about its request. */
export interface PageBase {
  readonly lang: Language;
  /** Query of the request without `lang`, for example `17=270301`; the language links keep it. */
  readonly query?: string;
}

export type PageModel =
  | HomePage
  | CodePage
  | UnknownPage
  | SharePage
  | StandardsPage
  | PackPage
  | PackDifferencesPage
  | ErrorPage;

/** The one window: ask about any code. */
export interface HomePage extends PageBase {
  readonly kind: 'home';
  /** Examples that have an answer on this installation; the page has examples of its own where there are none. */
  readonly examples?: readonly { readonly code: string; readonly label: Text }[];
}

export const HeldCodeSchema = Type.Object({
  code: CodeSchema,
  verdict: CodeVerdictSchema,
  because: Type.Array(BecauseSchema, { description: 'Why, the worst first' }),
  notices: Type.Array(NoticeSchema, {
    description: 'With a verdict that a notice brought: what it says, the worst first',
  }),
  claims: Type.Optional(
    Type.Array(NoticeSchema, {
      description:
        'What others say is wrong with it who neither hold its code nor had it, and are no laboratory or regulator; without effect on the verdict',
    }),
  ),
  product: Type.Optional(ProductSchema),
  maker: Type.Optional(PartySchema),
  contacts: Type.Array(ContactSchema, {
    description:
      'Where the page warns: whom to ask, the nearest to the notice first. Empty where nobody is known by name',
  }),
  facts: Type.Array(FactSchema, {
    description: 'Lot, serial, dates, net content, test result: what a person checks against the package',
  }),
  groups: Type.Optional(
    Type.Array(PublicGroupSchema, {
      description: 'What category packs have everybody see, in their groups; absent where no pack has anything of it',
    }),
  ),
  marks: Type.Optional(
    Type.Array(PublicMarkSchema, {
      description:
        'Statutory marks and certificates that the records speak of; none where anything is wrong or doubtful',
    }),
  ),
  registrations: Type.Optional(
    Type.Array(FactSchema, {
      description:
        'Registrations of the product and licences of who made it that master data tell and its records do not; absent where there are none',
    }),
  ),
  papers: Type.Optional(
    Type.Array(PaperSchema, {
      description:
        'Tests and certificates that its own records speak of, the newest first; absent where there are none',
    }),
  ),
  timeline: Type.Array(TimelineEventSchema, { description: 'In any order; a page sorts by time' }),
  story: Type.Optional(StorySchema),
  chain: ChainSchema,
  anomalies: Type.Array(Type.Object({ message: Type.String({ description: 'In the language of the answer' }) }), {
    description: 'With verdict `suspicious`: why. With others these are remarks',
  }),
  proof: ProofSchema,
  total: Type.Integer({ minimum: 0, description: 'Events that touch this code and its chain' }),
  cut: Type.Optional(Type.Integer({ minimum: 1, description: 'How many of `total` the timeline leaves out' })),
  isPart: Type.Optional(
    Type.Boolean({ description: 'More may be recorded than was looked at: `total` and the chain are a part' }),
  ),
  hidden: Type.Optional(
    Type.Integer({ minimum: 1, description: "Events held back from the public by their owners' disclosure level" }),
  ),
});
/** What is told of a code of which records are held. */
export type HeldCode = Frozen<Type.Static<typeof HeldCodeSchema>>;

export interface CodePage extends PageBase, HeldCode {
  readonly kind: 'code';
}

export const UnknownCodeSchema = Type.Object({
  verdict: Type.Enum(['unknown-code', 'not-a-code']),
  code: CodeSchema,
  fault: Type.Optional(FaultSchema),
  elsewhere: Type.Optional(
    Type.Array(Type.Object({ name: TextSchema, url: Type.Optional(Type.String()) }), {
      description: 'Systems that may hold the record, for example the system a scheme belongs to',
    }),
  ),
});
/** What is told of a code of which no record is held here, or that cannot be read: then `fault` says what is wrong. */
export type UnknownCode = Frozen<Type.Static<typeof UnknownCodeSchema>>;

export interface UnknownPage extends PageBase, UnknownCode {
  readonly kind: 'unknown';
}

export interface ErrorPage extends PageBase {
  readonly kind: 'error';
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** In the language of the page; the page has a sentence of its own for each class of status. */
  readonly message?: string;
  /** What the operator finds the request by. */
  readonly reference?: string;
}
