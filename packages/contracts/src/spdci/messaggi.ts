import { z } from "zod";

/**
 * The third face: SPDCI 1.0, Employment Services ↔ Social Protection. English names are the standard's own.
 * @source api.spdci.org ess_api_v1.0.0; standards.spdci.org, Employment Support Systems interface
 */
const id = z.string().min(1).max(99);
const timestamp = z.iso.datetime({ offset: true });
const status = z.enum(["rcvd", "pdng", "succ", "rjct"]);

export const Header = z.looseObject({
  version: z.string().default("1.0.0"),
  message_id: id,
  message_ts: timestamp,
  action: z.string().max(60),
  sender_id: id,
  sender_uri: z.url().max(500).optional(),
  receiver_id: id.optional(),
  total_count: z.int().min(0),
  is_msg_encrypted: z.boolean().default(false),
});
export const IdentifierTypeValue = z.strictObject({
  /** UIN: the unique identifier of the country, here the codice fiscale. */
  type: z.literal("UIN"),
  value: z.string().max(30),
});
/** Why the data are asked for: a code agreed with whoever asks. */
export const Authorize = z.looseObject({
  ts: timestamp.optional(),
  purpose: z.looseObject({ text: z.string().max(200).optional(), code: z.string().max(60) }),
});

const criteria = z.looseObject({
  query_type: z.enum(["idtype-value", "expression", "predicate"]),
  query: z.unknown(),
  consent: Authorize.optional(),
  authorize: Authorize.optional(),
});
export const SearchRequest = z.looseObject({
  transaction_id: id,
  search_request: z
    .array(z.looseObject({ reference_id: id, timestamp, search_criteria: criteria }))
    .min(1)
    .max(100),
});
export const EnrolledRequest = z.looseObject({
  transaction_id: id,
  enrolled_criteria: z.looseObject({
    query: z.looseObject({ person_identifier: z.looseObject({ eq: z.string().max(30) }) }),
    consent: Authorize.optional(),
    authorize: Authorize.optional(),
  }),
});
export const EVENTI_SPDCI = ["enrolment_status_change", "participation_change"] as const;
export const SubscribeRequest = z.looseObject({
  transaction_id: id,
  subscribe_request: z
    .array(
      z.looseObject({
        reference_id: id,
        timestamp,
        subscribe_criteria: z.looseObject({
          reg_event_type: z.enum(EVENTI_SPDCI),
          filter_type: z.literal("idtype-value").default("idtype-value"),
          filter: IdentifierTypeValue,
          notify_record_type: z.string().max(60),
          authorize: Authorize.optional(),
        }),
      }),
    )
    .min(1)
    .max(100),
});
export const UnsubscribeRequest = z.looseObject({
  transaction_id: id,
  timestamp: timestamp.optional(),
  subscription_codes: z.array(id).min(1).max(100),
});
export const TxnStatusRequest = z.looseObject({
  transaction_id: id,
  txnstatus_request: z.looseObject({
    reference_id: id,
    txn_type: z.enum(["search", "subscribe", "unsubscribe"]),
    attribute_type: z.enum(["transaction_id", "correlation_id"]),
    attribute_value: id,
  }),
});

const reply = { transaction_id: id, correlation_id: id };
const outcome = {
  reference_id: id,
  timestamp,
  status,
  status_reason_code: z.string().optional(),
  status_reason_message: z.string().max(999).optional(),
};
export const Member = z.looseObject({
  "@type": z.literal("spdci:Member"),
  member_identifier: z.array(
    z.strictObject({ identifier_type: z.literal("UIN"), identifier_value: z.string() }),
  ),
  registration_date: z.iso.date(),
  last_updated: timestamp,
  additional_attributes: z.looseObject({
    programme: z.string(),
    enrolments: z.array(
      z.strictObject({
        region: z.string(),
        enrolment_date: z.iso.date(),
        enrolled_status: z.string(),
        taken_in_charge_date: z.iso.date().nullable(),
      }),
    ),
    participations: z.array(
      z.strictObject({
        measure: z.string(),
        start_date: z.iso.date(),
        end_date: z.iso.date().nullable(),
      }),
    ),
  }),
});
export type Member = z.infer<typeof Member>;

export const SearchResponse = z.looseObject({
  ...reply,
  search_response: z.array(
    z.looseObject({
      ...outcome,
      data: z
        .looseObject({ reg_record_type: z.literal("Member"), reg_records: z.array(Member) })
        .optional(),
    }),
  ),
});
export const EnrolledResponse = z.looseObject({
  ...reply,
  enrolled_response: z.array(z.looseObject({ ...outcome, enrolled_status: z.string() })),
});
export const SubscribeResponse = z.looseObject({
  ...reply,
  subscribe_response: z.array(
    z.looseObject({
      ...outcome,
      subscriptions: z.array(
        z.looseObject({ code: id, status: z.enum(["subscribe", "unsubscribe"]) }),
      ),
    }),
  ),
});
export const UnsubscribeResponse = z.looseObject({
  ...reply,
  timestamp,
  status,
  subscription_status: z.array(
    z.strictObject({ code: id, status: z.enum(["subscribe", "unsubscribe"]) }),
  ),
});
export const TxnStatusResponse = z.looseObject({
  ...reply,
  txnstatus_response: z.looseObject({ txn_type: z.string(), txn_status: z.unknown() }),
});
export const AckResponse = z.looseObject({
  message: z.looseObject({
    ack_status: z.enum(["ACK", "NACK", "ERR"]),
    timestamp,
    correlation_id: id,
    error: z.strictObject({ code: z.string(), message: z.string().max(999) }).optional(),
  }),
});

export const busta = <T extends z.ZodType>(message: T) =>
  z.looseObject({ signature: z.string().min(1).max(2_000), header: Header, message });
