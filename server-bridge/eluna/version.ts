/** Written by the build from package.json. */
declare const DC_INTEGRATION_VERSION: string;

export const VERSION = DC_INTEGRATION_VERSION;
