const QUANDO = new Intl.DateTimeFormat("it-IT", {
  ...{ weekday: "long", day: "numeric", month: "long", timeZone: "Europe/Rome" },
});
const ORA = new Intl.DateTimeFormat("it-IT", {
  ...{ hour: "2-digit", minute: "2-digit", timeZone: "Europe/Rome" },
});

/** "lunedì 3 novembre alle 10:30" */
export const quandoDi = (instant: string): string => {
  const ms = Date.parse(instant);
  return `${QUANDO.format(ms)} alle ${ORA.format(ms)}`;
};
