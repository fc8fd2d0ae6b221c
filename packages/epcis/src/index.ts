export {
  type Action,
  type BizTransaction,
  type ErrorDeclaration,
  EVENT_TYPES,
  type EventFacts,
  type EventType,
  type Finding,
  type Text,
  type TransferKind,
  type TransferParty,
  type UnitMention,
  type UnitRole,
} from './model.ts';
