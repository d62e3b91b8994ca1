-- The gateways that live on this database. Each renews its own row, by the database's clock; one whose lease is over counts for nothing.
create table member (
    id          uuid        primary key,                 -- one start of one gateway
    name        text        not null,                    -- for people
    version     text        not null,
    joined_at   timestamptz not null default now(),
    renewed_at  timestamptz not null,
    lease_until timestamptz not null,
    keys        jsonb       not null,                    -- fingerprints, by kind: never a key
    versions    jsonb       not null,                    -- digests of what operators write, by name
    calls       jsonb       not null                     -- calls a second of late that could not wait, by agency
) with (fillfactor = 50);

-- Keys that all gateways of this database must have, by fingerprint: HMAC-SHA-256 of a fixed text under the key.
create table member_key (
    kind        text        not null check (kind in ('person', 'record')),
    fingerprint text        not null,
    since       timestamptz not null default now(),
    primary key (kind, fingerprint)
);

-- The oldest gateways that may still run on these tables, by the newest migration that they know. A migration that takes something away moves it.
create table member_rule (
    the_only       boolean primary key default true check (the_only),
    oldest_allowed integer not null
);
insert into member_rule (oldest_allowed) values (21);

-- Rules against misuse count over all gateways. FINs that are close to each other share one of these fields: keyed hashes (HMAC-SHA-256, 64 bits) of
-- two grids over all FINs. Null for what gateways of the version before saw.
alter table misuse_seen
    add near_one bigint,
    add near_two bigint;
