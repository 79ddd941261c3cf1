/** Stands in for the marker package under test, where every module is server code. */
export const serverOnly = true;
