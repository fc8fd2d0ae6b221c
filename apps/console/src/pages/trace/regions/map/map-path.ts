/** Of the operator's map as everybody sees it; also the key of what was loaded of it. */
export const MAP_PATH = '/v1/map';
