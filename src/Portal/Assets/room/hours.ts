/** « 10 h », « 11 h 30 », in the reader's zone and language. */
export function hours(zone: string, language: string): (instant: string) => string {
  return (instant) => {
    const parts = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", timeZone: zone }).formatToParts(new Date(instant));
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
    const hour = String(Number(of("hour")));
    if (language !== "fr") return `${hour}:${of("minute")}`;
    return of("minute") === "00" ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${of("minute")}`;
  };
}
