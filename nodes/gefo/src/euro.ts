import { euro as scritto } from "@staffetta/domain";

/** For the texts of refusals: their facts come without a type. */
export const euro = (cents: unknown): string => scritto(Number(cents));
