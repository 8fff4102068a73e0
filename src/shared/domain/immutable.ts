/** A type as it is read: nothing of it can be changed. Schemas infer types that could be written to. */
export type Immutable<T> = unknown extends T ? T : { readonly [Key in keyof T]: Immutable<T[Key]> };
