declare const brand: unique symbol;

/** A plain string that only its own parser may produce: two kinds of id can't be swapped. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
