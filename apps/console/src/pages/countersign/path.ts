/** Of the page of one record. An event ID has slashes and more, where it is a hash. */
export const pageOf = (eventID: string): string => `/countersign/${encodeURIComponent(eventID)}`;

export const recordPath = (eventID: string): string => `/v1/events/${encodeURIComponent(eventID)}/record`;
export const countersignaturesPath = (eventID: string): string =>
  `/v1/events/${encodeURIComponent(eventID)}/countersignatures`;
