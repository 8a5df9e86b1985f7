/** The same keys with any sentences: what the second language has to fill in. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
