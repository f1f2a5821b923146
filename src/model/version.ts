/** The version of Throughline that made something, as in `package.json`. */
export const APP_VERSION = "0.1.0";
