import { type CivilDate, componiCodiceFiscale } from "@staffetta/domain";
import { seededRandom } from "@staffetta/platform";

/** Invented people, never the same twice: the kit can run many times against one server. */
export function persone(seme: string): (anni: number) => string {
  const random = seededRandom(seme);
  const lettera = (): string => String.fromCharCode(65 + Math.floor(random.float() * 26));
  const parola = (): string => Array.from({ length: 6 }, lettera).join("");
  const anno = new Date().getUTCFullYear();
  return (anni) => {
    const giorno = String(1 + Math.floor(random.float() * 28)).padStart(2, "0");
    const dataNascita = `${anno - anni}-01-${giorno}` as CivilDate;
    const sesso = random.float() < 0.5 ? "F" : "M";
    return componiCodiceFiscale({
      nome: parola(),
      cognome: parola(),
      dataNascita,
      sesso,
      luogo: "H501",
    });
  };
}

/** The same code with another check letter. */
export const sbagliata = (cf: string): string =>
  `${cf.slice(0, 15)}${cf.endsWith("A") ? "B" : "A"}`;
