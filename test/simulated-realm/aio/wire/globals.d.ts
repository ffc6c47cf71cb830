/** Globals that AIO leaves behind beside `AIO`. A script with the same names clashes. */
declare let Smallfolk: {
  dumps: typeof import("./smallfolk-writer").dumps;
  loads: typeof import("./smallfolk-reader").loads;
};
declare let lualzw: {
  compress: typeof import("./lualzw-compress").compress;
  decompress: typeof import("./lualzw-decompress").decompress;
};
