/** The public window's contract: what the server gives to whoever draws a page, and to programs as JSON. */
export type { Language } from '../language.ts';
export { type PublicAnswer, PublicAnswerSchema } from './answer.ts';
export type { Chain, ChainLink, ChainLinkKind, ChainNode, ChainNodeKind } from './chain.ts';
export type { Code, CodeNames, CodePart, Fault, FaultReason, OtherReading } from './code.ts';
export type { Contact, Fact, Party, Product } from './goods.ts';
export type { PublicGroup, PublicMark } from './groups.ts';
export type { Because, CodeVerdict, Notice, UnitLink, UnitRow } from './notice.ts';
export type { CodePage, ErrorPage, HomePage, PageBase, PageModel, UnknownPage } from './page.ts';
export type { Paper } from './papers.ts';
export type { Proof } from './proof.ts';
export type { SharedGoods, SharedStep, SharePage } from './share.ts';
export type {
  Basis,
  Condition,
  NeedGroup,
  PackClockRow,
  PackCodeList,
  PackCounts,
  PackDifferenceGroup,
  PackDifferencesPage,
  PackKeepingRow,
  PackLedgerRow,
  PackPage,
  PackRuleRow,
  PackStageRow,
  PackSummary,
  PackVersionRow,
  Span,
  StageLink,
  StandardsPage,
} from './standards.ts';
export type { FlowBox, Story, StoryPlace, StoryRecord, StoryStage } from './story.ts';
export type { TimelineEvent } from './timeline.ts';
export type { Name, Text } from './words.ts';
