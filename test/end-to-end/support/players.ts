/** Three characters on three accounts. */
export const ARTHAS = { name: "Arthas", guid: 1, account: 11, level: 79, mapId: 533 } as const;
export const JAINA = { name: "Jaina", guid: 2, account: 12, level: 80, mapId: 533 } as const;
export const THRALL = { name: "Thrall", guid: 3, account: 13, level: 80, mapId: 533 } as const;

/** Milliseconds after a login in which AIO's handshake and the addon's hello are over. */
export const HANDSHAKE = 3000;
