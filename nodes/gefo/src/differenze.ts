/** One line of a form that two people may have open: its name, and each field in words. */
export interface Voce {
  readonly nome: string;
  readonly campi: Readonly<Record<string, string>>;
}

const tutta = ({ campi }: Voce): string => Object.values(campi).filter(Boolean).join(", ");

function diUna(nome: string, sua: Voce | undefined, mia: Voce | undefined): readonly string[] {
  if (sua === undefined)
    return mia === undefined
      ? []
      : [`${nome}: adesso non c'è niente, tu hai scritto «${tutta(mia)}».`];
  if (mia === undefined) return [`${nome}: adesso c'è «${tutta(sua)}», tu non hai scritto niente.`];
  return Object.entries(sua.campi).flatMap(([campo, valore]) => {
    const mio = mia.campi[campo] ?? "";
    return valore === mio
      ? []
      : [`${nome}, ${campo}: adesso c'è «${valore}», tu hai scritto «${mio}».`];
  });
}

/**
 * Field by field, what the other person wrote beside what this one did: the second is told before
 * anything is lost. Lines with the same name are the same line.
 */
export function differenze(loro: readonly Voce[], mie: readonly Voce[]): string {
  const sue = new Map(loro.map((una) => [una.nome, una]));
  const mieDi = new Map(mie.map((una) => [una.nome, una]));
  const nomi = [...new Set([...sue.keys(), ...mieDi.keys()])];
  return nomi.flatMap((nome) => diUna(nome, sue.get(nome), mieDi.get(nome))).join(" ");
}
