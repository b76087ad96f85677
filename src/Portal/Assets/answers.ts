// A search that answers as one types: the form's own answers, fetched without the page around them. Without script the button does.
const pause = 150;

export function answerAsOneTypes(form: HTMLFormElement): void {
  const answers = document.getElementById(form.dataset.answers ?? "");
  const field = form.querySelector<HTMLInputElement>("input[type=search]");
  if (!answers || !field) return;
  let waiting = 0;
  let asked: AbortController | undefined;

  const ask = async (): Promise<void> => {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams({ handler: "Answers", [field.name]: field.value });
    try {
      const response = await fetch(`${form.action}?${query}`, { signal: asked.signal, credentials: "same-origin" });
      if (response.ok && !response.redirected) answers.innerHTML = await response.text();
    } catch {
      // Aborted by the next letter, or offline: the button remains.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), pause);
  });
}
