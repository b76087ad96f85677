import { DefaultHttpClient, HttpError, type HttpRequest, type HttpResponse, NullLogger } from "@microsoft/signalr";

const REFUSALS: Record<number, "SignedOut" | "NotFound" | undefined> = { 401: "SignedOut", 403: "NotFound", 404: "NotFound" };

/**
 * Keeps the status with which the Portal refused the last negotiation: the hub's own failure only has it in a sentence.
 * A poll that is answered 404 is another matter: the Portal was started again and does not know the connection.
 */
export class Negotiation extends DefaultHttpClient {
  refusal: "SignedOut" | "NotFound" | null = null;

  constructor() {
    super(NullLogger.instance);
  }

  override async send(request: HttpRequest): Promise<HttpResponse> {
    const negotiates = request.url?.includes("/negotiate?") === true;
    if (negotiates) this.refusal = null;
    try {
      return await super.send(request);
    } catch (failure) {
      if (negotiates && failure instanceof HttpError) this.refusal = REFUSALS[failure.statusCode] ?? null;
      throw failure;
    }
  }
}
