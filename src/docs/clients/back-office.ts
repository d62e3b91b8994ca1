// A back office, as small as one can be: it looks up a citizen, says which papers to ask for, proves the answer, and
// waits for what an agency could not say at once. Its arguments: the gateway's address, the token, a port for the
// webhook, a FIN, a service. It needs the types that typescript.md generates, openapi-fetch and fflate.
import { createHash, createPublicKey, randomUUID, timingSafeEqual, verify } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { unzipSync } from "fflate";
import createClient from "openapi-fetch";
import type { components, paths as LookupPaths } from "./lookup.js";
import type { paths as FollowPaths } from "./follow.js";

type Dossier = components["schemas"]["Dossier"];
type Key = components["schemas"]["Key"];
type Question = components["schemas"]["LookupRequest"];

interface Receipt {
  entry: string;
  sequence: number;
  previous: string;
  path: string[];
  roots: string[];
}

interface Told {
  data: { outcome: string; dossier: Dossier };
}

const [gateway = "", token = "", port = "", fin = "", service = ""] = process.argv.slice(2);
const options = { baseUrl: gateway, headers: { Authorization: `Bearer ${token}` } };
const lookup = createClient<LookupPaths>(options);
const followUps = createClient<FollowPaths>(options);
const received = new Set<string>();
let tell: (event: Told) => void = () => {};
const event = new Promise<Told>((resolve) => (tell = resolve));

/** Looks up, and says meanwhile how far it is. A key of one's own makes it safe to ask once more. */
async function lookUp(question: Question, key: string): Promise<Dossier> {
  const waiting = setInterval(() => void progress(key), 1_000);
  try {
    const { data, error } = await lookup.POST("/v1/dossiers", {
      params: { header: { "Idempotency-Key": key } },
      body: question,
    });
    if (error !== undefined) {
      throw new Error(`${error.code}: ${error.detail} ${error.fix}`);
    }
    // Without a view of verdicts it is a dossier.
    return data as Dossier;
  } finally {
    clearInterval(waiting);
  }
}

async function progress(key: string): Promise<void> {
  // There is none before the agencies are asked, and after the answer.
  const { data } = await lookup.GET("/v1/lookups/progress", { params: { header: { "Idempotency-Key": key } } });
  if (data !== undefined) {
    console.log(`${data.done} of ${data.agencies} agencies have answered`);
  }
}

/** What the official tells the citizen. Only STILL_NEEDED is asked of him. */
function advise(dossier: Dossier): void {
  for (const paper of dossier.documents) {
    const what =
      paper.verdict === "STILL_NEEDED"
        ? "Ask the citizen for"
        : paper.verdict === "NOT_NEEDED" || paper.verdict === "NOT_APPLICABLE"
          ? "Do not ask for"
          : "Wait for the register, not for the citizen:";
    console.log(`${what} ${paper.title.en}. ${paper.reason.en}`);
  }
}

/** The bytes of a dossier, whose signature holds: a signature is over bytes, and not over an object of a client. */
async function proven(id: string): Promise<Buffer> {
  const { response, bytes } = await read(id, "application/json");
  await checkDetached(response.headers.get("Vahid-Signature"), bytes, "vahid-dossier+json");
  return bytes;
}

async function read(id: string, form: string): Promise<{ response: Response; bytes: Buffer }> {
  const { data, response } = await lookup.GET("/v1/dossiers/{id}", {
    params: { path: { id } },
    headers: { Accept: form },
    parseAs: "arrayBuffer",
  });
  if (data === undefined) {
    throw new Error(`The gateway answers ${response.status}`);
  }
  return { response, bytes: Buffer.from(data) };
}

/** A detached JWS (RFC 7515, Appendix F) over these bytes, of this kind, by a key of the gateway. */
async function checkDetached(jws: string | null, bytes: Buffer, kind: string): Promise<void> {
  const [header = "", payload = "", signature = ""] = (jws ?? "").split(".");
  if (header === "" || payload !== "") {
    throw new Error("There is no detached signature");
  }
  await check(header, bytes.toString("base64url"), signature, kind);
}

async function check(header: string, payload: string, signature: string, kind: string): Promise<void> {
  const said = JSON.parse(Buffer.from(header, "base64url").toString()) as { alg?: string; typ?: string; kid?: string };
  if (said.alg !== "ES256" || said.typ !== kind) {
    throw new Error(`It is not signed as ${kind}`);
  }
  const key = createPublicKey({ key: { ...(await keyOf(said.kid)) }, format: "jwk" });
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"))) {
    throw new Error("The signature does not hold");
  }
}

/** In service the keys are pinned in a file of your own, and not asked for at the address that they prove. */
async function keyOf(id: string | undefined): Promise<Key> {
  const { data } = await lookup.GET("/v1/keys");
  const key = data?.keys.find((one) => one.kid === id);
  if (key === undefined) {
    throw new Error("The gateway has no such key");
  }
  return key;
}

/** The receipt in the dossier's container: it is there once the next root is signed, a minute at most. */
async function receipt(id: string): Promise<Receipt> {
  for (let second = 0; second < 120; second++) {
    const { bytes } = await read(id, "application/vnd.etsi.asic-e+zip");
    const part = unzipSync(new Uint8Array(bytes))["receipt.json"];
    if (part !== undefined) {
      return JSON.parse(Buffer.from(part).toString()) as Receipt;
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error("There is no receipt yet");
}

/** From the dossier's bytes to a root that the gateway signed, as receipt.schema.json says. */
async function checkReceipt(dossier: Buffer, proof: Receipt): Promise<void> {
  const sequence = Buffer.alloc(8);
  sequence.writeBigUInt64BE(BigInt(proof.sequence));
  const link = sha256(decoded(proof.previous), sequence, sha256(Buffer.from(proof.entry)));
  const [header = "", payload = "", signature = ""] = (proof.roots[0] ?? "").split(".");
  await check(header, payload, signature, "vahid-audit-root+json");
  const root = JSON.parse(decoded(payload).toString()) as { first: number; last: number; root: string };
  const top = climb(link, proof.sequence - root.first, root.last - root.first, proof.path);
  const entry = JSON.parse(proof.entry) as { digests: { content: string } };
  if (!timingSafeEqual(top, decoded(root.root)) || !timingSafeEqual(sha256(dossier), decoded(entry.digests.content))) {
    throw new Error("The receipt is not of this dossier");
  }
}

/** RFC 9162, section 2.1.3.2. */
function climb(link: Buffer, leaf: number, lastLeaf: number, path: string[]): Buffer {
  let [here, node, last] = [sha256(Buffer.from([0]), link), leaf, lastLeaf];
  for (const beside of path.map(decoded)) {
    const right = node % 2 === 1 || node === last;
    here = right ? sha256(Buffer.from([1]), beside, here) : sha256(Buffer.from([1]), here, beside);
    while (right && node % 2 === 0 && node !== 0) {
      [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  if (last !== 0) {
    throw new Error("The way to the root is too short");
  }
  return here;
}

/** Takes an event once, and only with the gateway's signature over its bytes; whatever else comes is refused. */
async function receive(call: IncomingMessage, answer: ServerResponse): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of call) {
      chunks.push(chunk as Buffer);
    }
    const body = Buffer.concat(chunks);
    const signature = call.headers["vahid-signature"];
    await checkDetached(typeof signature === "string" ? signature : null, body, "vahid-event+json");
    const key = String(call.headers["idempotency-key"]);
    if (!received.has(key)) {
      received.add(key);
      tell(JSON.parse(body.toString()) as Told);
    }
    answer.writeHead(204).end();
  } catch (refused) {
    console.log(`Refused at the webhook: ${(refused as Error).message}`);
    answer.writeHead(400).end();
  }
}

/** The silent agencies are asked again, and the webhook is told. */
async function follow(dossier: Dossier): Promise<void> {
  const { error } = await followUps.POST("/v1/dossiers/{id}/follow", {
    params: { path: { id: dossier.dossierId } },
    body: { withinMinutes: 30, channel: "back-office" },
  });
  if (error !== undefined) {
    throw new Error(`${error.code}: ${error.detail} ${error.fix}`);
  }
  console.log("Waiting for the webhook");
  const told = await event;
  console.log(`Told: ${told.data.outcome}`);
  advise(told.data.dossier);
}

function sha256(...parts: Buffer[]): Buffer {
  const digest = createHash("sha256");
  parts.forEach((part) => digest.update(part));
  return digest.digest();
}

function decoded(text: string): Buffer {
  return Buffer.from(text, "base64url");
}

async function serve(): Promise<void> {
  const question: Question = { subject: { fin }, service, caseRef: "BACK-OFFICE/1", official: "first.lookup" };
  const key = `back-office-${randomUUID()}`;
  const dossier = await lookUp(question, key);
  console.log(`The dossier is ${dossier.completeness}`);
  const again = await lookUp(question, key);
  console.log(`Under its key it is the same again: ${again.dossierId === dossier.dossierId}`);
  const bytes = await proven(dossier.dossierId);
  console.log("The signature holds");
  advise(JSON.parse(bytes.toString()) as Dossier);
  await checkReceipt(bytes, await receipt(dossier.dossierId));
  console.log("The receipt holds");
  if (dossier.sources.some((source) => source.verdict === "TIMED_OUT" || source.verdict === "UNAVAILABLE")) {
    await follow(dossier);
  }
}

const webhook = createServer((call, answer) => void receive(call, answer)).listen(Number(port), "localhost");
try {
  await serve();
} finally {
  webhook.close();
  webhook.closeAllConnections();
}
