/** Addresses of mock recalls. */
export const DRILLS_PATH = '/v1/drills';

export const heldPage = (id: string): string => `/drill/${id}`;

/** The page that asks for one, with the code filled in. */
export const drillOf = (code: string): string => `/drill?${new URLSearchParams({ code })}`;
