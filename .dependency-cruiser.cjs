// Imports point one way. Each rule says who may not know whom, and why.
const within = (...folders) => `^(${folders.join("|")})/`;

module.exports = {
  forbidden: [
    {
      name: "domain-is-pure",
      severity: "error",
      comment: "the rules know nobody: no I/O, no library",
      from: { path: "^packages/domain/src/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^packages/domain/src/" },
    },
    {
      name: "platform-knows-no-domain",
      severity: "error",
      from: { path: within("packages/platform") },
      to: {
        path: within(
          "packages/(domain|contracts|cooperation|nodo)",
          "nodes",
          "web",
          "sandbox",
          "tools",
        ),
      },
    },
    {
      name: "cooperation-knows-no-adesione",
      severity: "error",
      from: { path: within("packages/cooperation") },
      to: { path: within("packages/(domain|contracts|nodo)", "nodes", "web", "sandbox", "tools") },
    },
    {
      name: "contracts-know-only-domain",
      severity: "error",
      from: { path: within("packages/contracts") },
      to: {
        path: within("packages/(platform|cooperation|nodo)", "nodes", "web", "sandbox", "tools"),
      },
    },
    {
      name: "the-frame-knows-no-node",
      severity: "error",
      from: { path: within("packages/nodo") },
      to: { path: within("nodes", "web", "sandbox", "tools") },
    },
    {
      name: "nodes-share-contracts-never-code",
      severity: "error",
      from: { path: "^nodes/([^/]+)/" },
      to: { path: "^nodes/([^/]+)/", pathNot: "^nodes/$1/" },
    },
    {
      name: "only-main-mounts-pages",
      severity: "error",
      comment: "pages reach a node through its contract, and a node does not know its pages",
      from: { path: within("nodes"), pathNot: "/src/main\\.ts$" },
      to: { path: within("web", "sandbox", "tools") },
    },
    {
      name: "pages-know-contracts-only",
      severity: "error",
      from: { path: within("web") },
      to: { path: within("packages/(cooperation|nodo)", "nodes", "sandbox", "tools") },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node"],
      extensions: [".ts", ".mjs", ".js"],
    },
  },
};
