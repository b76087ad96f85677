// The little that pages other than the room and the replay ask of a script. Everything works without it.
import { answerAsOneTypes } from "./answers";
import { fillByPasskey } from "./passkeys";
import { tellSignOut } from "./session";
import { reloadOnceDone } from "./waiting";

document.querySelector<HTMLElement>("[data-focus-first]")?.focus();

const posted = document.querySelectorAll<HTMLFormElement>('form[method="post"]');

// A form sent twice by an impatient click is sent once.
for (const form of posted) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}

// Coming back by the browser's arrow gives a form that can be sent again.
addEventListener("pageshow", () => {
  for (const form of posted) delete form.dataset.sent;
});

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-answers]")) answerAsOneTypes(form);

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) fillByPasskey(form);

for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/deconnexion"]')) tellSignOut(form);

for (const work of document.querySelectorAll<HTMLElement>("[data-work-waiting]"))
  reloadOnceDone<{ underWay: boolean; percent: number }>(work.dataset.workWaiting!, (state) => !state.underWay);
