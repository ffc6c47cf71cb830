/** What only busted has; the rest is in test/shared/spec-globals.d.ts. */
declare function before_each(this: void, body: (this: void) => void): void;
declare function after_each(this: void, body: (this: void) => void): void;
