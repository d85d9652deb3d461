/** When people are written to, and how long it is tried: data, not constants. */
export interface RegoleNotifiche {
  /** Civil time of Rome; nothing that can wait leaves in these hours. */
  readonly silenzio: Readonly<{ dalle: string; alle: string }>;
  /** Minutes before each further attempt; the last repeats. */
  readonly attesaMinutes: readonly number[];
  /** Attempts last longer than any outage of a mail server that is ever mended. */
  readonly tentativiMax: number;
  /** How long a sender may be silent before its notification is taken by another. */
  readonly presaSeconds: number;
  readonly daVerificare: readonly string[];
}

export const REGOLE_NOTIFICHE: RegoleNotifiche = {
  silenzio: { dalle: "21:00", alle: "08:00" },
  attesaMinutes: [1, 5, 15, 60, 240, 720],
  tentativiMax: 20,
  presaSeconds: 120,
  daVerificare: ["silenzio", "tentativiMax"],
};
