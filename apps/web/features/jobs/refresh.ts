/** How often what is on screen is asked for anew, ms; a hidden page asks nothing. */
export const refreshMs = 2_000;
