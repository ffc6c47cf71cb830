/*
 * Where this project's own subscriptions stand among those of scripts, which have 0 unless they say otherwise. Higher is called
 * earlier.
 */

/** What scripts must find done: whoever hears of a login or of a season's start finds the player in that season. */
export const BEFORE_SCRIPTS = 100;

/** The broadcasts to systems, after all ordinary subscribers. */
export const BROADCASTS = -1000;

/** What scripts and systems must find not done yet: whoever hears of a season's end still finds what it has brought. */
export const AFTER_BROADCASTS = BROADCASTS - 1000;
