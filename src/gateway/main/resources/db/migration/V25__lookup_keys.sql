-- Idempotency keys of lookups: what the first request under a key came to, for a day. A repetition gets the same, over whichever gateway it comes.

create table lookup_key (
    requester text        not null,
    name      bytea       not null,               -- keyed digest of the key: callers may write into it what they like
    request   bytea       not null,               -- keyed digest of what was asked: another question under the same key is refused
    dossier   uuid,                               -- what it came to: a dossier,
    refusal   uuid,                               -- or a refusal, by the id of its entry in the audit chain
    code      text,                               -- of the refusal, as its problem told it
    field     text,
    detail    text,
    at        timestamptz not null default now(),
    mac       bytea       not null,               -- over the other columns but the time
    primary key (requester, name),
    check ((dossier is null) <> (refusal is null)),
    check ((refusal is null) = (code is null))
);
create index lookup_key_at on lookup_key (at);
