/** Of the operator's map; also the first part of the keys of what was loaded of it. */
export const OPERATED_MAP_PATH = '/v1/operator/map';
export const CHECK_MAP_PATH = `${OPERATED_MAP_PATH}/check`;
