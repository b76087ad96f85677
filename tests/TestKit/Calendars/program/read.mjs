// Reads calendars, in the order of their arrival, as a calendar program does (RFC 5546): an invitation enters or updates an entry unless it is
// older, a cancellation removes it. From standard input a JSON array of iCalendar texts; to standard output what each said and what is left.
import ICAL from "ical.js";

const texts = JSON.parse(await new Response(process.stdin).text());
const entries = new Map();
const heard = [];
for (const text of texts) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const method = calendar.getFirstPropertyValue("method");
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const entry = told(component, calendar);
    heard.push({ method, ...entry });
    const known = entries.get(entry.uid);
    if (known && entry.sequence < known.sequence) continue;
    if (method === "CANCEL") entries.delete(entry.uid);
    else entries.set(entry.uid, entry);
  }
}
process.stdout.write(JSON.stringify({ heard, entries: [...entries.values()] }));

function told(component, calendar) {
  const event = new ICAL.Event(component);
  const zones = calendar.getAllSubcomponents("vtimezone").map((z) => z.getFirstPropertyValue("tzid"));
  const start = component.getFirstProperty("dtstart");
  return {
    uid: event.uid,
    sequence: Number(component.getFirstPropertyValue("sequence")),
    summary: event.summary,
    description: event.description,
    location: event.location,
    status: component.getFirstPropertyValue("status"),
    start: instant(event.startDate),
    end: instant(event.endDate),
    zone: start.getParameter("tzid") ?? null,
    zoneIsCarried: zones.includes(start.getParameter("tzid")),
    organizer: component.getFirstPropertyValue("organizer"),
    attendees: component.getAllProperties("attendee").map((a) => a.getFirstValue()),
  };
}

function instant(time) {
  return time.convertToZone(ICAL.Timezone.utcTimezone).toJSDate().toISOString();
}
