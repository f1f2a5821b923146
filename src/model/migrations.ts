/** A process file as read from JSON, of any version, with nothing checked yet. */
export type RawFile = Readonly<Record<string, unknown>>;

/** Lifts a file by one version. It may trip over a malformed file: whoever calls it answers with a problem. */
export interface Migration {
  /** What changed, as in “steps are kept by id”. */
  readonly name: string;
  readonly lift: (file: RawFile) => RawFile;
}

/** Each entry lifts a file by one version, the first from 1 to 2, so the length of the list tells the version. */
export const MIGRATIONS: readonly Migration[] = [];

/** The version of the process file that this app writes. */
export const VERSION = MIGRATIONS.length + 1;

/**
 * Lifts a file from its version to the newest.
 *
 * @param version - The file's version, from 1 to the number of migrations plus 1.
 * @throws whatever a migration throws over a malformed file.
 */
export function migrated(file: RawFile, version: number, migrations: readonly Migration[] = MIGRATIONS): RawFile {
  return migrations.slice(version - 1).reduce((before, { lift }) => lift(before), file);
}
