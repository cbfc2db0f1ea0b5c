// The one script of the pages that are not hydrated.
export {};
