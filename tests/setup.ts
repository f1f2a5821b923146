import fc from "fast-check";

/**
 * Property tests draw the same examples in every run, so that a change is judged by what it changed. For others, and
 * for a longer search, set `SEED`, as in `SEED=7 npx vitest run tests/agreement`.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED ?? 1) });
