import { z } from "zod";
import { TipRequest } from "../../../domain/intake/report.ts";
import { PartnerTipRequest } from "../../../domain/partners/partner-tip.ts";
import { AdditionRequest, FollowUpRequest } from "./follow-up-door.ts";

const Accepted = z.object({
  receipt: z.string().regex(/^\d{4} \d{4} \d{4} \d{4}$/),
  acceptedAt: z.iso.datetime(),
});
const PartnerAccepted = z.object({
  reference: z.string().regex(/^PR-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/),
});
const FollowUp = z.object({
  status: z.enum(["received", "reading", "question", "finished"]),
  /** What it is called in the language asked for, and what that means. */
  statusLabel: z.string(),
  statusText: z.string(),
  messages: z.array(z.object({ from: z.enum(["desk", "reporter"]), at: z.iso.datetime(), text: z.string() })),
});
const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});

const jsonSchema = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
  });
  return rest;
};

const json = (schema: string) => ({
  "application/json": { schema: { $ref: `#/components/schemas/${schema}` } },
});
const answer = (description: string, schema: string) => ({ description, content: json(schema) });
const refusal = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

const refusals = {
  400: refusal("The body is not JSON."),
  413: refusal("The body is larger than we can take."),
  415: refusal("The body has another type."),
  422: refusal("A field needs another look; `issues` says which and why."),
  429: refusal("Too many attempts; `Retry-After` says when to come back."),
};

/** The public door as OpenAPI 3.1, its schemas made from those that parse the requests. */
export function openApiDocument(publicUrl: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Shirokuro public door",
      version: "1",
      description:
        "Reports to a customs service. No name is needed. A receipt is sixteen digits and is the only way back.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: publicUrl }],
    paths: {
      "/api/tips": {
        post: {
          operationId: "submitTip",
          summary: "Report something seen or heard",
          requestBody: {
            required: true,
            content: {
              ...json("TipRequest"),
              "multipart/form-data": {
                schema: {
                  allOf: [
                    { $ref: "#/components/schemas/TipRequest" },
                    {
                      type: "object",
                      properties: {
                        files: {
                          type: "array",
                          maxItems: 5,
                          items: { type: "string", contentMediaType: "application/octet-stream" },
                        },
                        keepOriginal: { type: "string", enum: ["yes"] },
                      },
                    },
                  ],
                },
              },
            },
          },
          responses: {
            200: answer("The same words came before; the same receipt.", "Accepted"),
            201: answer("Accepted and safe on disk.", "Accepted"),
            ...refusals,
          },
        },
      },
      "/api/follow-up": {
        post: {
          operationId: "followUp",
          summary: "Status and messages of a receipt",
          description: "A receipt that no report has answers exactly as one whose thread is empty.",
          requestBody: { required: true, content: json("FollowUpRequest") },
          responses: {
            200: answer("Status and messages.", "FollowUp"),
            503: refusal("It cannot be looked up now."),
            ...refusals,
          },
        },
      },
      "/api/follow-up/messages": {
        post: {
          operationId: "addMessage",
          summary: "Add words to a report",
          requestBody: { required: true, content: json("AdditionRequest") },
          responses: { 201: { description: "Accepted and safe on disk." }, ...refusals },
        },
      },
      "/partner/v1/tips": {
        post: {
          operationId: "submitPartnerTip",
          summary: "Relay a report, as a partner body",
          description:
            "For bodies that were given a key. The reference names the matter to the desk; it opens nothing and says nothing of how it goes on.",
          security: [{ partnerKey: [] }],
          requestBody: { required: true, content: json("PartnerTipRequest") },
          responses: {
            200: answer(
              "The same words came before under this `idempotencyKey`; the same reference.",
              "PartnerAccepted",
            ),
            201: answer("Accepted and safe on disk.", "PartnerAccepted"),
            401: refusal("The key is missing, wrong or revoked."),
            503: refusal("Keys cannot be checked now; nothing was taken."),
            ...refusals,
          },
        },
      },
      "/healthz": {
        get: { operationId: "health", responses: { 200: { description: "The process answers." } } },
      },
      "/readyz": {
        get: {
          operationId: "ready",
          responses: {
            200: { description: "Everything is ready." },
            503: { description: "Names what is not ready." },
          },
        },
      },
    },
    components: {
      securitySchemes: { partnerKey: { type: "http", scheme: "bearer" } },
      schemas: {
        TipRequest: jsonSchema(TipRequest, "input"),
        PartnerTipRequest: jsonSchema(PartnerTipRequest, "input"),
        PartnerAccepted: jsonSchema(PartnerAccepted, "output"),
        FollowUpRequest: jsonSchema(FollowUpRequest, "input"),
        AdditionRequest: jsonSchema(AdditionRequest, "input"),
        Accepted: jsonSchema(Accepted, "output"),
        FollowUp: jsonSchema(FollowUp, "output"),
        Problem: jsonSchema(Problem, "output"),
      },
    },
  };
}
