// The plan's figures as they are typed. The page works without it: "Ricalcola" asks the node the same sums.
import { calcolaPiano } from "/statico/piano-regole.js";

const EURO = new Intl.NumberFormat("it-IT", {
  ...{ style: "currency", currency: "EUR", useGrouping: "always" },
});
const euro = (cents) => EURO.format(cents / 100);

const PAROLE = {
  "ore-non-valide": () => "Scrivi un numero intero, almeno 1.",
  "ore-oltre-massimo": ({ oreMax }) => `L'avviso ammette al massimo ${oreMax}.`,
  "importo-oltre-massimo": ({ importoMaxCents }) =>
    `L'importo supera il massimo di ${euro(importoMaxCents)}.`,
  "misura-ripetuta": () => "Questa misura c'è già: lasciala una volta sola.",
  "misura-sconosciuta": () => "L'avviso non prevede questa misura.",
};

for (const form of document.querySelectorAll("form[data-regole]")) {
  const regole = JSON.parse(form.dataset.regole);
  const show = (name, text) => {
    const place = form.querySelector(`[data-piano="${name}"]`);
    if (place !== null && place.textContent !== text) place.textContent = text;
  };
  const update = () => {
    const rows = [...form.querySelectorAll("[data-riga]")].map((fieldset) => ({
      i: fieldset.dataset.riga,
      misura: fieldset.querySelector("select").value,
      ore: fieldset.querySelector("input"),
      oreUnita: Number(fieldset.querySelector("input").value),
      erogatore: fieldset.querySelectorAll("select")[1].value,
    }));
    const chosen = rows.filter(({ misura }) => misura !== "");
    const piano = calcolaPiano(chosen, regole);
    for (const row of rows) {
      const found = piano.righe[chosen.indexOf(row)];
      show(`importo-${row.i}`, found?.importoCents ? euro(found.importoCents) : "");
      const problema = found?.problema ?? null;
      show(`problema-${row.i}`, problema === null ? "" : PAROLE[problema.code](problema));
      if (problema === null) row.ore.removeAttribute("aria-invalid");
      else row.ore.setAttribute("aria-invalid", "true");
    }
    show("valore", euro(piano.valoreCents));
    show("processo", euro(piano.processoCents));
    show("risultato", euro(piano.risultatoCents));
    const oltre = piano.residuoCents < 0;
    show("residuo", oltre ? "niente" : euro(piano.residuoCents));
    const inizio = form.querySelector('[data-piano="oltre"]').dataset.inizio;
    show("oltre", oltre ? `${inizio}${euro(-piano.residuoCents)}.` : "");
    // What is signed is the draft that is kept: not while the fields say something else.
    const scritta = JSON.stringify(chosen.map((r) => [r.misura, r.oreUnita, r.erogatore]));
    const cambiata = scritta !== form.dataset.bozza;
    for (const parte of document.querySelectorAll("[data-firma]"))
      parte.hidden = (parte.dataset.firma === "cambiata") !== cambiata;
  };
  form.addEventListener("input", update);
  update();
}
