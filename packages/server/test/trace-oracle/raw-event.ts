/** EPCIS 2.0 events as JSON, as far as random worlds use the standard (EPCIS 2.0 §7.4 and §9). */
export interface RawQuantity {
  readonly epcClass: string;
  readonly quantity?: number;
  readonly uom?: string;
}

export interface RawErrorDeclaration {
  readonly declarationTime: string;
  readonly reason?: string;
  readonly correctiveEventIDs?: readonly string[];
}

export interface RawEvent {
  readonly type: 'ObjectEvent' | 'AggregationEvent' | 'TransactionEvent' | 'TransformationEvent' | 'AssociationEvent';
  readonly eventID: string;
  readonly eventTime: string;
  readonly eventTimeZoneOffset: string;
  readonly errorDeclaration?: RawErrorDeclaration;
  readonly action?: 'ADD' | 'OBSERVE' | 'DELETE';
  readonly bizStep?: string;
  readonly disposition?: string;
  readonly readPoint?: { readonly id: string };
  readonly bizLocation?: { readonly id: string };
  readonly epcList?: readonly string[];
  readonly quantityList?: readonly RawQuantity[];
  readonly parentID?: string;
  readonly childEPCs?: readonly string[];
  readonly childQuantityList?: readonly RawQuantity[];
  readonly transformationID?: string;
  readonly inputEPCList?: readonly string[];
  readonly inputQuantityList?: readonly RawQuantity[];
  readonly outputEPCList?: readonly string[];
  readonly outputQuantityList?: readonly RawQuantity[];
  readonly bizTransactionList?: readonly { readonly type: string; readonly bizTransaction: string }[];
  readonly sourceList?: readonly { readonly type: string; readonly source: string }[];
  readonly destinationList?: readonly { readonly type: string; readonly destination: string }[];
  readonly ilmd?: { readonly 'cbvmda:lotNumber'?: string; readonly 'cbvmda:itemExpirationDate'?: string };
}

/** Which code each spelling means; a spelling that is not in it means itself. */
export type Spellings = ReadonlyMap<string, string>;
