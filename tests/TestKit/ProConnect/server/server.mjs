// ProConnect as the tests need it: the engine it is built on, with its claims, its signed user information, and no pages to click through.
// TRAINING_PROCONNECT holds the registration of the portal; PUT /essais says who exists and how the answers are falsified.
import { createServer } from "node:http";
import { webcrypto } from "node:crypto";

// Debian 12 has Node 18.
globalThis.crypto ??= webcrypto;
const { default: Provider } = await import("oidc-provider");
const { exportJWK, generateKeyPair, SignJWT, decodeJwt, base64url } = await import("jose");

const { port, clientId, clientSecret, redirectUri, signedOutUri, userInfoAlgorithm } = JSON.parse(process.env.TRAINING_PROCONNECT);
const issuer = `http://127.0.0.1:${port}`;
const keys = { RS256: await key("RS256"), ES256: await key("ES256") };
const strangers = { RS256: await key("RS256") };
let trial = { people: {}, falsify: null };

const provider = new Provider(issuer, {
  clients: [{
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [redirectUri],
    post_logout_redirect_uris: [signedOutUri],
    response_types: ["code"],
    grant_types: ["authorization_code"],
    token_endpoint_auth_method: "client_secret_post",
    id_token_signed_response_alg: "ES256",
    userinfo_signed_response_alg: userInfoAlgorithm,
  }],
  jwks: { keys: Object.values(keys).map((k) => k.jwk) },
  cookies: { keys: [base64url.encode(crypto.getRandomValues(new Uint8Array(32)))] },
  claims: { openid: ["sub"], given_name: ["given_name"], usual_name: ["usual_name"], email: ["email"], siret: ["siret"], idp_id: ["idp_id"] },
  features: { jwtUserinfo: { enabled: true }, devInteractions: { enabled: false } },
  pkce: { required: () => false },
  interactions: { url: (_, interaction) => `/essais/${interaction.uid}` },
  findAccount: (_, id) => trial.people[id] && { accountId: id, claims: () => ({ sub: id, ...trial.people[id] }) },
  loadExistingGrant: grantEverything,
});
provider.use(falsify);
const oidc = provider.callback();

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, issuer);
  if (pathname === "/essais" && request.method === "PUT") {
    trial = JSON.parse(await text(request));
    response.writeHead(204).end();
  } else if (pathname.startsWith("/essais/")) await identify(request, response);
  else await oidc(request, response);
}).listen(port, "127.0.0.1");

/** Whoever login_hint names has typed the right password; an unknown one gives up. */
async function identify(request, response) {
  const { params } = await provider.interactionDetails(request, response);
  const result = trial.people[params.login_hint] ? { login: { accountId: params.login_hint } } : { error: "access_denied" };
  await provider.interactionFinished(request, response, result);
}

async function grantEverything(context) {
  const { client, session, params, provider } = context.oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

/** What a forger, or a provider gone wrong, would answer. */
async function falsify(context, next) {
  await next();
  const how = trial.falsify;
  if (!how || context.status !== 200) return;
  if (context.path === "/me" && how.userInfo) context.body = await forged(context.body, how.userInfo);
  if (context.path === "/me" && how.userInfo === "plain") {
    context.body = decodeJwt(context.body);
    context.type = "application/json";
  }
  if (context.path === "/token" && how.idToken) context.body.id_token = await forged(context.body.id_token, how.idToken);
}

async function forged(token, how) {
  const claims = decodeJwt(token);
  const unsigned = (header) => `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(claims))}`;
  switch (how) {
    case "none": return `${unsigned({ alg: "none" })}.`;
    case "secret": return new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(clientSecret));
    case "public key": return new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: keys.RS256.jwk.kid }).sign(new TextEncoder().encode(JSON.stringify(keys.RS256.public)));
    case "stranger": return sign(claims, strangers.RS256);
    case "stranger under our name": return sign(claims, { ...strangers.RS256, jwk: keys.RS256.jwk });
    case "changed": return changed(token, { ...claims, given_name: "Mallory" });
    case "other audience": return sign({ ...claims, aud: "another-portal" });
    case "other issuer": return sign({ ...claims, iss: "https://evil.example" });
    case "expired": return sign({ ...claims, exp: Math.floor(Date.now() / 1000) - 3600 });
    case "unending": return sign({ ...claims, exp: undefined });
    case "somebody else": return sign({ ...claims, sub: "another" });
    case "signed again": return sign(claims);
    default: return token;
  }
}

function changed(token, claims) {
  const [head, , proof] = token.split(".");
  return `${head}.${base64url.encode(JSON.stringify(claims))}.${proof}`;
}

function sign(claims, by = keys.RS256) {
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: by.jwk.kid }).sign(by.privateKey);
}

async function key(algorithm) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const kid = base64url.encode(crypto.getRandomValues(new Uint8Array(8)));
  return { privateKey, public: await exportJWK(publicKey), jwk: { ...(await exportJWK(privateKey)), kid, alg: algorithm, use: "sig" } };
}

async function text(stream) {
  let read = "";
  for await (const part of stream) read += part;
  return read;
}
