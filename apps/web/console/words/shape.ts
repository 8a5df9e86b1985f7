/**
 * The same keys with any sentences: what the second language has to fill in. A sentence that is told of one thing in other words than of
 * several has a second one beside it, `…_one`, where the language has such forms; who says it gives the number as `count`.
 */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> } & {
  [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string;
};
