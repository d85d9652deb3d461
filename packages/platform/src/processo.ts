/**
 * The flags of Node with which this process runs, for those that it starts: what bounds the memory of one
 * bounds that of all. What a test runner has added for itself is left out.
 */
export const flagsDiNode = (): string[] =>
  process.execArgv.filter((flag) => !flag.startsWith("--test"));
