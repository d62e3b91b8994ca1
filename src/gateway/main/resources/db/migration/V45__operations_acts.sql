-- Many dead letters settled by one order of an operator, one after the other. What it comes to is told by the letters and by the audit chain.
create table dead_letter_batch (
    id                 uuid        primary key,      -- UUID of version 7
    requester          text        not null,
    official           text,
    idempotency_key    text        not null,
    act                text        not null check (act in ('REPLAY', 'DROP')),
    version            text        not null check (version in ('first', 'newest')),
    subscription       text,                         -- null for any, as is reason
    reason             text,
    laid_aside_before  timestamptz not null,
    because            text        not null,
    mac                bytea       not null,
    letters            integer     not null,
    done               integer     not null default 0,
    failed             integer     not null default 0,
    ended_at           timestamptz,
    lease              uuid,
    leased_until       timestamptz not null default '-infinity',
    unique (requester, idempotency_key)
);
create index dead_letter_batch_open on dead_letter_batch (id) where ended_at is null;
