/** One trouble at one place: `run` answers what was wrong with how the app took it; nothing when all was well. */
export type Cell = { readonly name: string; readonly run: () => Promise<string[]> };
