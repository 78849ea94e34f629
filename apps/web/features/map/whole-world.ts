/** Asks where in the world there are files at all: by squares of 22.5° at the equator. */
export const wholeWorld = { bounds: { north: 90, south: -90, west: -180, east: 180 }, zoom: 2 };
