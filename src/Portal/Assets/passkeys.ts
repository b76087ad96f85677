// Forms that a passkey of the device fills: the question is fetched, the device signs it, the form is sent with the answer.
type Json = Record<string, unknown>;

const toText = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const toBytes = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0)).buffer;

const known = (list: unknown): PublicKeyCredentialDescriptor[] =>
  ((list ?? []) as (PublicKeyCredentialDescriptor & { id: unknown })[]).map((one) => ({ ...one, id: toBytes(String(one.id)) }));

export function fillByPasskey(form: HTMLFormElement): void {
  if (!window.PublicKeyCredential) return;
  form.hidden = false;
  form.parentElement?.querySelector("[data-without-passkeys]")?.remove();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void fill(form);
  });
}

async function fill(form: HTMLFormElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>("[data-problem]");
  const answer = form.querySelector<HTMLInputElement>("[name=Credential]");
  if (problem) problem.hidden = true;
  try {
    const credential = form.dataset.passkey === "create" ? await create(await question(form)) : await get(await question(form));
    if (answer) answer.value = JSON.stringify(credential);
    form.submit();
  } catch {
    // Given up, timed out, or already known on this device: the form can be sent again.
    delete form.dataset.sent;
    if (problem) problem.hidden = false;
  }
}

async function question(form: HTMLFormElement): Promise<Json> {
  const token = new FormData();
  token.set("__RequestVerificationToken", form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")?.value ?? "");
  const response = await fetch(form.dataset.options ?? "", { method: "POST", body: token, credentials: "same-origin" });
  if (!response.ok || response.redirected) throw new Error(`The portal answers ${response.status}.`);
  return (await response.json()) as Json;
}

async function create(asked: Json): Promise<Json> {
  const user = asked.user as Json;
  const publicKey = {
    ...asked,
    challenge: toBytes(String(asked.challenge)),
    user: { ...user, id: toBytes(String(user.id)) },
    excludeCredentials: known(asked.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return told(made, { attestationObject: toText(response.attestationObject), transports: response.getTransports?.() ?? [] });
}

async function get(asked: Json): Promise<Json> {
  const publicKey = {
    ...asked,
    challenge: toBytes(String(asked.challenge)),
    allowCredentials: known(asked.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
  const used = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = used.response as AuthenticatorAssertionResponse;
  return told(used, {
    authenticatorData: toText(response.authenticatorData),
    signature: toText(response.signature),
    userHandle: response.userHandle ? toText(response.userHandle) : null,
  });
}

function told(credential: PublicKeyCredential, response: Json): Json {
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { clientDataJSON: toText(credential.response.clientDataJSON), ...response },
  };
}
