/** Of the organisations watched over; also the first part of the keys of what was loaded of them. */
export const SUPERVISED_PATH = '/v1/supervised';
