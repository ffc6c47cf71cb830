/** What vitest and busted have in common. */
declare function describe(this: void, name: string, body: (this: void) => void): void;
declare function it(this: void, name: string, body: (this: void) => void): void;
