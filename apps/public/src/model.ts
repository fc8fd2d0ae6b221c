/**
 * What the public window shows: the server builds one PageModel a request, `renderPage` turns it into a page.
 * Every string is plain text and may come from anyone; the page escapes it. The server bounds the lists; what it
 * leaves out it counts in a `cut`, so that a page never looks complete when it is not.
 */

export type Lang = 'zh' | 'en';

/** The same words in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A name as its owner recorded it: in one language or in both. The other one stands in for a missing one. */
export interface Name {
  readonly zh?: string;
  readonly en?: string;
}

export type PageModel = HomePage | CodePage | UnknownPage | ErrorPage;

/** What every page knows about its request. */
export interface PageBase {
  readonly lang: Lang;
  /** Query of the request without `lang`, for example `17=270301`; the language links keep it. */
  readonly query?: string;
}

/** The one window: ask about any code. */
export interface HomePage extends PageBase {
  readonly kind: 'home';
  /** Examples that have an answer on this installation; the page has examples of its own where there are none. */
  readonly examples?: readonly { readonly code: string; readonly label: Text }[];
}

/** What a person is told of a code, the worst first. `incomplete`: nothing was found, but not everything was looked at. */
export type CodeVerdict =
  | 'recalled'
  | 'failed'
  | 'expired'
  | 'gone'
  | 'part-affected'
  | 'ingredient-affected'
  | 'suspicious'
  | 'incomplete'
  | 'normal';

/** One reason of a verdict, for a program. */
export interface Because {
  readonly verdict: CodeVerdict;
  /** The unit it is about: what was asked, what is inside it, what it was made from. */
  readonly unit: string;
  /** The event that is the notice; absent where a flaw of the history is the reason. */
  readonly notice?: string;
  /** By which of its names the notice reached the unit. */
  readonly through: 'self' | 'lot' | 'class' | 'container';
  /** The code that the notice names. */
  readonly names: string;
  /** The CBV's word for what the notice says, or the kind of flaw. */
  readonly says: string;
}

/** A code of which records are held. */
export interface CodePage extends PageBase {
  readonly kind: 'code';
  readonly code: Code;
  readonly verdict: CodeVerdict;
  /** Why, the worst first. */
  readonly because: readonly Because[];
  /** With a verdict that a notice brought: what it says, the worst first. */
  readonly notices: readonly Notice[];
  readonly product?: Product;
  readonly maker?: Party;
  /** Of a page that warns: whom to ask, the nearest to the notice first. Empty where nobody is known by name. */
  readonly contacts: readonly Contact[];
  /** Lot, serial, dates, net content, test result: what a person checks against the package. */
  readonly facts: readonly Fact[];
  /** In any order; the page sorts by time. */
  readonly timeline: readonly TimelineEvent[];
  readonly chain: Chain;
  /** With verdict `suspicious`: why. Others are shown as remarks. In the language of the page. */
  readonly anomalies: readonly { readonly message: string }[];
  readonly proof: Proof;
  /** How often this code was asked about. A copied code shows by it (domain: a trace code is no secret). */
  readonly scans?: Scans;
  /** Events that touch this code and its chain. */
  readonly total: number;
  /** How many of `total` the timeline leaves out. */
  readonly cut?: number;
  /** More may be recorded of the code and its chain than was looked at: `total` and the chain are a part. */
  readonly isPart?: boolean;
  /** How many events are held back from the public by their owners' disclosure level. */
  readonly hidden?: number;
}

/** A code of which no record is held here, or that cannot be read. */
export interface UnknownPage extends PageBase {
  readonly kind: 'unknown';
  readonly verdict: 'unknown-code' | 'not-a-code';
  readonly code: Code;
  /** With verdict `not-a-code`: which part is wrong, and how. */
  readonly fault?: Fault;
  /** Systems that may hold the record, for example the system a scheme belongs to. */
  readonly elsewhere?: readonly { readonly name: Text; readonly url?: string }[];
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

/** What a code says by itself. */
export interface Code {
  readonly given: string;
  /** Absent when the code cannot be read. */
  readonly canonical?: string;
  /** Identifier of the scheme, for example `gs1`; `unknown` where none was recognised. */
  readonly scheme: string;
  readonly schemeName?: Text;
  readonly names: CodeNames;
  readonly parts: readonly CodePart[];
  /** Why it is taken for this; empty where the code says so itself. */
  readonly reasons?: readonly Text[];
  /** The scheme's form is from memory or a second hand. */
  readonly isUnverified?: boolean;
  /** What else it may be, the likeliest first. */
  readonly others?: readonly OtherReading[];
}

/** Another thing that the same text may be. */
export interface OtherReading {
  readonly name: Text;
  readonly canonical: string;
  /** Whether this reading is broken, so that there is nothing to look up. */
  readonly isBroken?: boolean;
  readonly reasons: readonly Text[];
}

/** What kind of thing a code names. */
export type CodeNames =
  | 'class'
  | 'lot'
  | 'instance'
  | 'logistic'
  | 'asset'
  | 'party'
  | 'place'
  | 'document'
  | 'licence'
  | 'service'
  | 'pattern'
  | 'unknown';

export interface CodePart {
  readonly name: Text;
  /** The scheme's own key, for example the GS1 application identifier `01`. */
  readonly key?: string;
  readonly value: string;
  /** What the value stands for: the name of a division, a kind of equipment. */
  readonly meaning?: Text;
  /** Whether its check digit is right; absent where the part has none. */
  readonly check?: 'right' | 'wrong';
}

export type FaultReason =
  | 'length'
  | 'alphabet'
  | 'check-digit'
  | 'date'
  | 'registry'
  | 'personal-number'
  | 'unreadable';

export interface Fault {
  readonly reason: FaultReason;
  /** The part at fault, where one can be told. */
  readonly part?: Text;
  readonly value?: string;
  /** What would have been right, for example the check digit `8` or the length `14`. */
  readonly expected?: string;
}

export interface Product {
  readonly name?: Name;
  readonly gtin?: string;
  readonly brand?: Name;
  readonly category?: Name;
  /** Net content or specification, for example `900 g`. */
  readonly specification?: Name;
}

export interface Party {
  readonly code: string;
  readonly name?: Name;
  readonly address?: Name;
  /** As its owner recorded it. */
  readonly telephone?: string;
}

/** Whom to ask about goods, and as what: who gave the notice, who made them, whom the product's master data names. */
export interface Contact {
  readonly as: 'issuer' | 'maker' | 'product';
  readonly name: Name;
  /** As its owner recorded it. */
  readonly telephone?: string;
}

export interface Fact {
  readonly label: Text;
  readonly value: string;
  /** What was found, in a word: a test passed or failed. */
  readonly found?: Text;
  /** Whether that is well; absent where it is nothing to judge by, as on a page that warns. */
  readonly status?: 'good' | 'bad';
}

/** A record that something is wrong. */
export interface Notice {
  /** What it says of the goods, for example that they are recalled. */
  readonly says: Text;
  /** What is wrong with them, in the words of whoever gave the notice. */
  readonly reason?: string;
  /** How grave it is, in the same words. */
  readonly level?: string;
  /** UTC, milliseconds. */
  readonly since: number;
  /** `+08:00`; UTC where absent. */
  readonly timeZoneOffset?: string;
  readonly issuer?: Name;
  /** What it names, where that is not the code asked about, and how that concerns the code. */
  readonly names?: UnitLink & { readonly as: 'lot' | 'class' | 'container' };
  /** What it concerns of the code asked about: things of it, in it, or used for it. */
  readonly units: readonly UnitRow[];
  readonly unitsAs?: 'instance' | 'lot' | 'inside' | 'ingredient';
  /** Units that are not listed. */
  readonly more: number;
}

/** Another unit, with its own page. */
export interface UnitLink {
  readonly label: string;
  readonly detail?: string;
  /** A path of this site. */
  readonly href: string;
}

/** One of several units of a notice, by the number that tells it apart. */
export interface UnitRow {
  /** Its product, where neither the notice's own heading nor the page says it; the page says it once for all rows. */
  readonly of?: string;
  readonly label: string;
  /** Where the units are of different lots. */
  readonly lot?: string;
  /** A path of this site. */
  readonly href: string;
}

/** What an event was about, seen from the code asked about (`trace-semantics`, roles of units). */
export type UnitRole = 'start' | 'source' | 'affected' | 'carrier';

export interface TimelineEvent {
  readonly eventID: string;
  /** UTC, milliseconds. */
  readonly time: number;
  /** The event's own offset, `+08:00`. Its time is shown in it. */
  readonly timeZoneOffset: string;
  readonly step: Text;
  readonly place?: { readonly code: string; readonly name?: Name };
  readonly party?: Party;
  readonly unitRole: UnitRole;
  /** In the language of the page, for example the highest temperature, the quantity. */
  readonly note?: string;
  readonly declaredInError?: boolean;
  /** Declared wrong, and not by all who recorded it: it counts as before. */
  readonly disputed?: boolean;
}

export type ChainNodeKind = 'lot' | 'instance' | 'container' | 'product';
export type ChainLinkKind = 'transformation' | 'containment' | 'belongs';

export interface ChainNode {
  readonly id: string;
  readonly label: string;
  /** A second line, for example the lot number or the holder. */
  readonly detail?: string;
  readonly kind: ChainNodeKind;
  /** Layer of the picture: 0 the start, negative its sources (farther is smaller), positive where it went. */
  readonly level: number;
  readonly isStart: boolean;
  /** The unit's own page, a path of this site. */
  readonly href?: string;
}

export interface ChainLink {
  readonly from: string;
  readonly to: string;
  readonly kind: ChainLinkKind;
}

/** A picture's worth of the trace. Links to nodes that are not listed are left out. */
export interface Chain {
  readonly nodes: readonly ChainNode[];
  readonly links: readonly ChainLink[];
  /** Nodes of the trace that are not listed. */
  readonly cut?: number;
}

/** Where the record stands in the transparency log. */
export interface Proof {
  readonly logPosition?: number;
  /** Hexadecimal or `ni:///` hash of the log leaf of the newest record. */
  readonly leafHash?: string;
  /** UTC, milliseconds: when this platform received the newest record. */
  readonly recordedAt?: number;
}

export interface Scans {
  readonly count: number;
  /** UTC, milliseconds. */
  readonly firstTime?: number;
  readonly timeZoneOffset?: string;
  /** Coarse: a city, never finer. */
  readonly firstPlace?: Name;
}
