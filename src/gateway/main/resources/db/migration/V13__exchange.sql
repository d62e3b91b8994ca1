-- Calls from one member to another. A row is made before the provider is called and completed before the client has the
-- whole answer; what the chain says of both has the digests.

create table exchange (
    id              uuid        primary key,  -- version 7; the header X-Road-Request-Id
    client          text        not null,     -- instance/class/member[/subsystem]
    service         text        not null,     -- instance/class/member/subsystem/code
    message_id      text        not null,     -- X-Road-Id; a client uses it once
    requester       text        not null,     -- the system that spoke for the client
    protocol        text        not null check (protocol in ('REST', 'SOAP')),
    verb            text        not null,
    issue           text,
    received_at     timestamptz not null,
    outcome         text,                     -- PASSED or a fault's code; null while it is under way
    ended_at        timestamptz,
    answered_at     timestamptz,              -- when the head of the provider's answer was there
    request_hash    text,                     -- X-Road-Request-Hash, base64
    request_bytes   bigint,
    request_digest  bytea,                    -- SHA-512 of the body
    response_status int,
    response_bytes  bigint,
    response_digest bytea,
    entry           uuid                      -- of the audit chain, about its end
);
create unique index exchange_message_id on exchange (client, message_id);

-- Heads, and bodies up to the length that is kept, sealed under the day's key for class exchange.
create table exchange_message (
    exchange uuid  not null,
    part     text  not null,                  -- request-head, request-body, response-head, response-body
    content  bytea not null,
    primary key (exchange, part)
);
alter table exchange_message alter content set storage external;
