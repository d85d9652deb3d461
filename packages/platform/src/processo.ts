/**
 * A lotto is megabytes that are garbage as soon as it has left: the heap of a node is swept when it has
 * grown by half of what was alive, not when it has doubled and more.
 */
const SWEEP_EARLY = "--heap-growing-percent=50";

/**
 * The flags of Node for a node: those of this process (what bounds the memory of one bounds that of all,
 * and what a test runner has added for itself is left out), and its own.
 */
export const flagsDiNode = (): string[] => [
  ...process.execArgv.filter((flag) => !flag.startsWith("--test")),
  SWEEP_EARLY,
];
